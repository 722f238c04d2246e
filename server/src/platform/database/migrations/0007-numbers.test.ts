import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { inspect, migrateTo } from '../../../../../test/support/migrations.ts'
import { temporaryFolder } from '../../../../../test/support/server.ts'
import { openDatabase } from '../database.ts'

let folder: string
beforeEach(() => void (folder = temporaryFolder('migration')))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('what was stored before stays, and counting begins anew', async () => {
  const file = join(folder, 'zhengna.db')
  await migrateTo(file, '0006-guard')
  inspect(file, (db) => db.exec(`insert into settings (name, value) values ('a', 'b')`))
  await (await openDatabase(file)).close()
  const count = (table: string): unknown => inspect(file, (db) => db.prepare(`select count(*) from ${table}`).pluck().get())
  expect(['settings', 'number_series'].map(count)).toEqual([1, 0])
})
