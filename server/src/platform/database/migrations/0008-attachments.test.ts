import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { inspect, migrateTo } from '../../../../../test/support/migrations.ts'
import { temporaryFolder } from '../../../../../test/support/server.ts'
import { openDatabase } from '../database.ts'

let folder: string
beforeEach(() => void (folder = temporaryFolder('migration')))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('what was stored before stays, and nobody has an attachment', async () => {
  const file = join(folder, 'zhengna.db')
  await migrateTo(file, '0007-numbers')
  inspect(file, (db) => db.exec(`insert into number_series (prefix, day, last) values ('LY', '20261127', 3)`))
  await (await openDatabase(file)).close()
  const count = (table: string): unknown => inspect(file, (db) => db.prepare(`select count(*) from ${table}`).pluck().get())
  expect(['number_series', 'attachments', 'attachment_blobs'].map(count)).toEqual([1, 0, 0])
})
