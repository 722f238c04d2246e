import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { inspect, migrateTo } from '../../../../../test/support/migrations.ts'
import { temporaryFolder } from '../../../../../test/support/server.ts'
import { openDatabase } from '../database.ts'

let folder: string
beforeEach(() => void (folder = temporaryFolder('migration')))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('what was uploaded before was uploaded for a record, and has no display picture', async () => {
  const file = join(folder, 'zhengna.db')
  await migrateTo(file, '0026-drops')
  inspect(file, (db) =>
    db.exec(
      `pragma foreign_keys = off;
       insert into attachments (id, owner_id, name, extension, size_bytes, received_bytes, sha256, touched_at)
       values ('a', 'nsr001', '一.png', 'png', 5, 5, 'hash', 7)`,
    ),
  )
  await (await openDatabase(file)).close()
  const rows = inspect(file, (db) => db.prepare('select id, use, sha256, display_sha256, display_width from attachments').all())
  expect(rows).toEqual([{ id: 'a', use: 'record', sha256: 'hash', display_sha256: null, display_width: null }])
})
