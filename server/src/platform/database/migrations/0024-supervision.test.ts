import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inspect, migrateTo } from '../../../../../test/support/migrations.ts'
import { temporaryFolder } from '../../../../../test/support/server.ts'
import { openDatabase } from '../database.ts'

it('who asked before is found by the day they asked on', async () => {
  const folder = temporaryFolder('migration')
  const file = join(folder, 'zhengna.db')
  await migrateTo(file, '0023-transfers')
  inspect(file, (db) =>
    db.exec(
      `insert into tickets (id, conversation_id, taxpayer_id, office_id, skill_group_id, priority, enqueued_at, reason, state)
       values ('t', 'c', 'p', 'o', 'general', 10, 5, 'button', 'waiting')`,
    ),
  )
  await (await openDatabase(file)).close()
  const found = inspect(file, (db) =>
    db.prepare(`select id from tickets indexed by tickets_day where office_id = 'o' and enqueued_at >= 5`).all(),
  )
  expect(found).toEqual([{ id: 't' }])
  rmSync(folder, { recursive: true, force: true })
})
