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
  await migrateTo(file, '0018-assignment')
  inspect(file, (db) =>
    db.exec(
      `insert into tickets (id, conversation_id, taxpayer_id, office_id, skill_group_id, priority, enqueued_at, reason, state)
       values ('t', 'c', 'p', 'o', 'general', 10, 5, 'button', 'waiting')`,
    ),
  )
  await (await openDatabase(file)).close()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('whoever waited waits on, present until they are looked for, and was told nothing about how long', () => {
  const rows = inspect(file, (db) => db.prepare('select id, state, away_since, seen_at from tickets').all())
  expect(rows).toEqual([{ id: 't', state: 'waiting', away_since: null, seen_at: 0 }])
  expect(inspect(file, (db) => db.prepare('select * from wait_estimates').all())).toEqual([])
})
