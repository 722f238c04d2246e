import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { inspect, migrateTo } from '../../../../../test/support/migrations.ts'
import { temporaryFolder } from '../../../../../test/support/server.ts'
import { openDatabase } from '../database.ts'

let folder: string
beforeEach(() => void (folder = temporaryFolder('migration')))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('whoever was in the register goes on signing in with the password they have', async () => {
  const file = join(folder, 'zhengna.db')
  await migrateTo(file, '0027-talk-files')
  inspect(file, (db) =>
    db.exec(`insert into offices (id, name) values ('o', '税务局');
             insert into people (id, account, password_hash, role, name, office_id) values ('a', 'zx001', 'h', 'agent', '坐席', 'o')`),
  )
  await (await openDatabase(file)).close()
  const kept = inspect(file, (db) =>
    db.prepare(`select password_hash, disabled_at, must_change_password, signed_in_at, account_revision from people`).get(),
  )
  expect(kept).toEqual({ password_hash: 'h', disabled_at: null, must_change_password: 0, signed_in_at: null, account_revision: 0 })
})
