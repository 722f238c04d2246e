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
  await migrateTo(file, '0020-retraction')
  inspect(file, (db) => db.exec(`insert into offices (id, name) values ('o', '税务局')`))
  await (await openDatabase(file)).close()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('what was there stays, nobody is restrained, and the rules are those of the program', () => {
  const count = (table: string): unknown => inspect(file, (db) => db.prepare(`select count(*) as rows from ${table}`).get())
  expect(count('offices')).toEqual({ rows: 1 })
  for (const table of ['harassment_policies', 'harassment_recents', 'interceptions', 'interception_steps'])
    expect(count(table), table).toEqual({ rows: 0 })
})

it('two versions of the rules cannot have one number, nor two interceptions', () => {
  inspect(file, (db) => {
    const rules = db.prepare(
      `insert into harassment_policies (revision, rules, changes, changed_by, changed_at) values (1, '[]', '[]', 'a', 1)`,
    )
    rules.run()
    expect(() => rules.run()).toThrow('UNIQUE')
    const add = db.prepare(
      `insert into interceptions (id, number, at, person_id, office_id, condition, action, rule, messages, remark)
       values (?, 'LJ1', 1, 'p', 'o', 'rate', 'warn', '{}', '[]', '')`,
    )
    add.run('1')
    expect(() => add.run('2')).toThrow('UNIQUE')
  })
})
