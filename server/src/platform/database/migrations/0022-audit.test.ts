import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { inspect, migrateTo } from '../../../../../test/support/migrations.ts'
import { temporaryFolder } from '../../../../../test/support/server.ts'
import { openDatabase } from '../database.ts'

let folder: string
beforeEach(() => void (folder = temporaryFolder('migration')))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('what was changed before stays as it was, and the log begins empty', async () => {
  const file = join(folder, 'zhengna.db')
  await migrateTo(file, '0021-harassment')
  inspect(file, (db) => db.exec(`insert into setting_values (name, value, changed_by, changed_at) values ('a', '1', 'admin001', 5)`))
  await (await openDatabase(file)).close()
  const count = (table: string): unknown => inspect(file, (db) => db.prepare(`select count(*) from ${table}`).pluck().get())
  expect(['setting_values', 'audit_entries'].map(count)).toEqual([1, 0])
})
