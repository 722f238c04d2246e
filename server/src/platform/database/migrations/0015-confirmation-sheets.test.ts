import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { inspect, migrateTo } from '../../../../../test/support/migrations.ts'
import { temporaryFolder } from '../../../../../test/support/server.ts'
import { openDatabase } from '../database.ts'
import { migrations } from './index.ts'

let folder: string
beforeEach(() => void (folder = temporaryFolder('migration')))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const before = Object.keys(migrations)
  .filter((name) => name < '0015')
  .at(-1)!
const tables = ['confirmation_sheets', 'confirmation_sheet_materials', 'confirmation_sheet_steps', 'sheet_templates']

it('what was stored before stays, and there are no confirmation sheets yet', async () => {
  const file = join(folder, 'zhengna.db')
  await migrateTo(file, before)
  inspect(file, (db) => db.exec(`insert into number_series (prefix, day, last) values ('GD', '20261127', 3)`))
  await (await openDatabase(file)).close()
  const count = (table: string): unknown => inspect(file, (db) => db.prepare(`select count(*) from ${table}`).pluck().get())
  expect(['number_series', ...tables].map(count)).toEqual([1, ...tables.map(() => 0)])
})

it('an office has one template of an id, another office has its own', async () => {
  const file = join(folder, 'zhengna.db')
  await (await openDatabase(file)).close()
  inspect(file, (db) => {
    db.exec(`insert into offices (id, name) values ('a', '甲'), ('b', '乙')`)
    const add = db.prepare(
      `insert into sheet_templates (office_id, id, matter, materials, changed_by, changed_at) values (?, 't', '', '[]', 'p', 1)`,
    )
    add.run('a')
    add.run('b')
    expect(() => add.run('a')).toThrow('UNIQUE')
  })
})
