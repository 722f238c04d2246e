import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { inspect, migrateTo } from '../../../../../test/support/migrations.ts'
import { temporaryFolder } from '../../../../../test/support/server.ts'
import { openDatabase } from '../database.ts'

let folder: string
let file: string
beforeEach(async () => {
  folder = temporaryFolder('migration')
  file = join(folder, 'zhengna.db')
  await migrateTo(file, '0017-taxpayer-numbers')
  inspect(file, (db) => {
    db.exec(`insert into offices (id, name) values ('o', '税务局')`)
    db.exec(
      `insert into people (id, account, password_hash, role, name, office_id, presence) values ('p', 'p', '', 'agent', '甲', 'o', 'idle')`,
    )
    const add = db.prepare(
      `insert into tickets (id, conversation_id, taxpayer_id, office_id, skill_group_id, priority, enqueued_at, reason, state)
       values (?, ?, 'p', 'o', 'general', 10, 5, 'button', ?)`,
    )
    add.run('t', 'c', 'waiting')
    add.run('u', 'd', 'taken')
  })
  await (await openDatabase(file)).close()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('whoever waited waits on and is not away; an agent is what they were', () => {
  const rows = inspect(file, (db) => db.prepare('select id, state, enqueued_at, away_since from tickets order by id').all())
  expect(rows).toEqual([
    { id: 't', state: 'waiting', enqueued_at: 5, away_since: null },
    { id: 'u', state: 'taken', enqueued_at: 5, away_since: null },
  ])
  const person = inspect(file, (db) => db.prepare('select presence, presence_at, presence_reason from people').get())
  expect(person).toEqual({ presence: 'idle', presence_at: 0, presence_reason: null })
})

it('a place is offered to one agent at a time, and a conversation has one place', () => {
  inspect(file, (db) => {
    const offer = db.prepare(
      `insert into ticket_offers (id, ticket_id, agent_id, why, at, ends_at, outcome) values (?, 't', 'p', 'group', 1, 2, ?)`,
    )
    offer.run('1', 'lapsed')
    offer.run('2', null)
    expect(() => offer.run('3', null)).toThrow('UNIQUE')
    expect(() => db.exec(`update tickets set conversation_id = 'c', state = 'offered' where id = 'u'`)).toThrow('UNIQUE')
  })
})
