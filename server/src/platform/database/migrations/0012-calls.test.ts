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
  .filter((name) => name < '0012')
  .at(-1)!

it('whoever waits goes on waiting, wants no call, and has one open place whatever its state', async () => {
  const file = join(folder, 'zhengna.db')
  await migrateTo(file, before)
  const insert = (id: string, state: string): string =>
    `insert into tickets (id, conversation_id, taxpayer_id, office_id, skill_group_id, priority, enqueued_at, reason, state)
     values ('${id}', 'c', 't', 'o', 'g', 10, 1, 'button', '${state}')`
  inspect(file, (db) => db.exec(insert('1', 'waiting')))
  await (await openDatabase(file)).close()
  expect(inspect(file, (db) => db.prepare('select state, calls_back, unanswered, passed_until from tickets').all())).toEqual([
    { state: 'waiting', calls_back: 0, unanswered: 0, passed_until: 0 },
  ])
  expect(() => inspect(file, (db) => db.exec(insert('2', 'calling')))).toThrow(/UNIQUE constraint failed/)
  inspect(file, (db) => db.exec(insert('3', 'missed')))
})

it('a place has one open call', async () => {
  const file = join(folder, 'zhengna.db')
  await (await openDatabase(file)).close()
  const insert = (id: string, outcome: string): string =>
    `insert into ticket_calls (id, ticket_id, agent_id, at, ends_at, outcome) values ('${id}', 't', 'a', 1, 2, ${outcome})`
  inspect(file, (db) => db.exec(insert('1', `'missed'`)))
  inspect(file, (db) => db.exec(insert('2', 'null')))
  expect(() => inspect(file, (db) => db.exec(insert('3', 'null')))).toThrow(/UNIQUE constraint failed/)
})
