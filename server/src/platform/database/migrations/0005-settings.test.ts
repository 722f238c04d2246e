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
  await migrateTo(file, '0004-records')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('the program’s own marks stay, and nothing is set by anybody', async () => {
  inspect(file, (db) => db.exec(`insert into settings (name, value) values ('knowledge.seed', 'a fingerprint')`))
  const database = await openDatabase(file)
  const marks = await database.reader.selectFrom('settings').selectAll().execute()
  const set = await database.reader.selectFrom('setting_values').selectAll().execute()
  await database.close()
  expect(marks).toEqual([{ name: 'knowledge.seed', value: 'a fingerprint' }])
  expect(set).toEqual([])
})

it('a setting is set once', async () => {
  await (await openDatabase(file)).close()
  inspect(file, (db) => {
    const add = db.prepare(`insert into setting_values (name, value, changed_by, changed_at) values ('a', '1', 'admin001', 1)`)
    add.run()
    expect(() => add.run()).toThrow(/UNIQUE/)
  })
})
