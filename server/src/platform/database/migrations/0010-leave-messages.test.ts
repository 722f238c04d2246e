import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { inspect, migrateTo } from '../../../../../test/support/migrations.ts'
import { temporaryFolder } from '../../../../../test/support/server.ts'
import { openDatabase } from '../database.ts'
import { migrations } from './index.ts'

let folder: string
beforeEach(() => void (folder = temporaryFolder('migration')))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const before = Object.keys(migrations)
  .filter((name) => name < '0010')
  .at(-1)!

it('what was stored before stays, and leave-messages and work orders begin empty', async () => {
  const file = join(folder, 'zhengna.db')
  await migrateTo(file, before)
  inspect(file, (db) => db.exec(`insert into number_series (prefix, day, last) values ('LY', '20261127', 3)`))
  await (await openDatabase(file)).close()
  const count = (table: string): unknown => inspect(file, (db) => db.prepare(`select count(*) from ${table}`).pluck().get())
  const tables = ['number_series', 'leave_messages', 'leave_message_steps', 'work_orders', 'work_order_steps']
  expect(tables.map(count)).toEqual([1, 0, 0, 0, 0])
})

it('no two records have one number', async () => {
  const file = join(folder, 'zhengna.db')
  await (await openDatabase(file)).close()
  inspect(file, (db) => {
    db.exec(`insert into offices (id, name) values ('o', '某税务局');
             insert into people (id, account, password_hash, role, name, office_id, presence)
               values ('p', 'p', '', 'taxpayer', '某', 'o', 'busy')`)
    const add = db.prepare(
      `insert into leave_messages (id, number, taxpayer_id, taxpayer_name, taxpayer_number, office_id, type, content, state,
                                   created_at, changed_at, inbox_order, revision)
         values (?, 'LY202611270001', 'p', '', '', 'o', 'other', '', 'waiting', 1, 1, 1, 0)`,
    )
    add.run('a')
    expect(() => add.run('b')).toThrow('UNIQUE')
  })
})
