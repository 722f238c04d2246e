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
  await migrateTo(file, names[names.indexOf('0026-drops') - 1]!)
  inspect(file, (db) => {
    db.exec(`insert into offices (id, name) values ('o', '税务局')`)
    db.exec(`insert into skill_groups (id, name) values ('g', '综合')`)
    db.exec(`insert into people (id, account, password_hash, role, name, office_id) values ('p', 'p', '', 'taxpayer', '甲', 'o')`)
    db.exec(
      `insert into conversations (id, ordinal, taxpayer_id, office_id, skill_group_id, stage, opened_at, rating_state, dialogue)
       values ('c', 1, 'p', 'o', 'g', 'live', 5, 'none', '{}')`,
    )
    db.exec(
      `insert into tickets (id, conversation_id, taxpayer_id, office_id, skill_group_id, priority, enqueued_at, reason, state, closed_at)
       values ('t', 'c', 'p', 'o', 'g', 10, 5, 'button', 'taken', 6)`,
    )
  })
  await (await openDatabase(file)).close()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('nobody who serves is taken for gone, and nobody waits because of one who is', () => {
  const talks = inspect(file, (db) => db.prepare('select id, agent_away_since, agent_seen_at from conversations').all())
  expect(talks).toEqual([{ id: 'c', agent_away_since: null, agent_seen_at: 0 }])
  const places = inspect(file, (db) => db.prepare('select id, dropped_agent_id from tickets').all())
  expect(places).toEqual([{ id: 't', dropped_agent_id: null }])
})
