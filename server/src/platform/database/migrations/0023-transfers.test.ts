import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { inspect, migrateTo } from '../../../../../test/support/migrations.ts'
import { temporaryFolder } from '../../../../../test/support/server.ts'
import { openDatabase } from '../database.ts'
import { migrations } from './index.ts'

const names = Object.keys(migrations)
let folder: string
let file: string
beforeEach(async () => {
  folder = temporaryFolder('migration')
  file = join(folder, 'zhengna.db')
  await migrateTo(file, names[names.indexOf('0023-transfers') - 1]!)
  inspect(file, (db) => {
    db.exec(`insert into offices (id, name) values ('o', '税务局')`)
    db.exec(`insert into skill_groups (id, name) values ('g', '综合')`)
    db.exec(`insert into people (id, account, password_hash, role, name, office_id) values ('p', 'p', '', 'taxpayer', '甲', 'o')`)
    db.exec(
      `insert into conversations (id, ordinal, taxpayer_id, office_id, skill_group_id, stage, opened_at, rating_state, dialogue)
       values ('c', 1, 'p', 'o', 'g', 'live', 5, 'none', '{}')`,
    )
  })
  await (await openDatabase(file)).close()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('a conversation goes on with whoever serves it', () => {
  const rows = inspect(file, (db) => db.prepare('select id, stage, is_transferring from conversations').all())
  expect(rows).toEqual([{ id: 'c', stage: 'live', is_transferring: 0 }])
})

it('of a conversation one transfer stands at a time', () => {
  inspect(file, (db) => {
    const add = db.prepare(
      `insert into transfers (id, conversation_id, office_id, from_agent_id, to_agent_id, asked_ids, note, state, at, ends_at)
       values (?, 'c', 'o', 'a', 'b', '[]', '请接', ?, 1, 2)`,
    )
    add.run('1', 'lapsed')
    add.run('2', 'asked')
    expect(() => add.run('3', 'asked')).toThrow('UNIQUE')
  })
})
