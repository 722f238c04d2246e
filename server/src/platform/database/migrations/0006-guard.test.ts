import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { inspect, migrateTo } from '../../../../../test/support/migrations.ts'
import { temporaryFolder } from '../../../../../test/support/server.ts'
import { openDatabase } from '../database.ts'
import { migrations } from './index.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = temporaryFolder('migration')
  file = join(folder, 'zhengna.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const before = Object.keys(migrations)
  .filter((name) => name < '0006')
  .at(-1)!

it('what was stored before stays, and words, policies and hits begin empty', async () => {
  await migrateTo(file, before)
  inspect(file, (db) =>
    db.exec(`insert into messages (id, conversation_id, seq, author, at, body) values ('m', 'c', 1, 'bot', 1, '{}');
             insert into settings (name, value) values ('a', 'b')`),
  )
  await (await openDatabase(file)).close()
  const count = (table: string): unknown => inspect(file, (db) => db.prepare(`select count(*) from ${table}`).pluck().get())
  expect(['messages', 'settings', 'guard_words', 'guard_policies', 'guard_hits'].map(count)).toEqual([1, 1, 0, 0, 0])
})

it('hits are numbered in the order of storing, and a number is never given twice', async () => {
  await (await openDatabase(file)).close()
  inspect(file, (db) => {
    const add = db
      .prepare(
        `insert into guard_hits (at, direction, category, word_id, word, action, is_confirmed, hits)
           values (1, 'in', 'abuse', 'abuse-x', '某词', 'mask', 0, 1) returning position`,
      )
      .pluck()
    const first = add.get() as number
    db.exec('delete from guard_hits')
    expect(add.get()).toBe(first + 1)
  })
})
