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
  .filter((name) => name < '0011')
  .at(-1)!

it('what was stored before stays, and the outbox begins empty and takes a matter once', async () => {
  const file = join(folder, 'zhengna.db')
  await migrateTo(file, before)
  inspect(file, (db) => db.exec(`insert into settings (name, value) values ('a', 'b')`))
  await (await openDatabase(file)).close()
  const count = (table: string): unknown => inspect(file, (db) => db.prepare(`select count(*) from ${table}`).pluck().get())
  expect(['settings', 'sms_messages'].map(count)).toEqual([1, 0])
  const insert = `insert into sms_messages (at, phone, template, template_values, state, due_at, dedupe_key)
    values (1, '13800000000', 'work-order-result', '{}', 'held', 1, 'k')`
  inspect(file, (db) => db.exec(insert))
  expect(() => inspect(file, (db) => db.exec(insert))).toThrow(/UNIQUE constraint failed/)
})
