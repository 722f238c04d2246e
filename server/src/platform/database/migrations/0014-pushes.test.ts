import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { inspect, migrateTo } from '../../../../../test/support/migrations.ts'
import { temporaryFolder } from '../../../../../test/support/server.ts'
import { openDatabase } from '../database.ts'

let folder: string
beforeEach(() => void (folder = temporaryFolder('migration')))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('notices told before stay as they were, of no push and not withdrawn', async () => {
  const file = join(folder, 'zhengna.db')
  await migrateTo(file, '0011-sms')
  inspect(file, (db) => {
    db.exec(`insert into offices (id, name) values ('o', '税务局')`)
    db.exec(
      `insert into people (id, account, password_hash, role, name, office_id, presence) values ('p', 'p', '', 'taxpayer', '甲', 'o', 'busy')`,
    )
    db.exec(
      `insert into notices (id, person_id, kind, subject, title, text, at, read_at, dedupe_key) values ('n', 'p', 'todo', 'pushed', '题', '文', 1, 2, 'k')`,
    )
  })
  await (await openDatabase(file)).close()
  const row = inspect(file, (db) => db.prepare('select title, read_at, withdrawn_at, push_id from notices').get())
  expect(row).toEqual({ title: '题', read_at: 2, withdrawn_at: null, push_id: null })
  const count = (table: string): unknown => inspect(file, (db) => db.prepare(`select count(*) from ${table}`).pluck().get())
  expect(['pushes', 'push_steps', 'taxpayer_tags'].map(count)).toEqual([0, 0, 0])
})
