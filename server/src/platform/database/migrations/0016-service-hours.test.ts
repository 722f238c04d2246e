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
  .filter((name) => name < '0016')
  .at(-1)!
const columns =
  'id, number, taxpayer_id, office_id, origin, service_type, way, starts_at, matter, state, is_open, created_at, changed_at, settled_at'

it('outages stay, and what is open has its half hour: of two of one taxpayer in one, the first', async () => {
  const file = join(folder, 'zhengna.db')
  await migrateTo(file, before)
  inspect(file, (db) => {
    db.exec('insert into outages (started_at, ended_at) values (1, 2)')
    const add = db.prepare(
      `insert into appointments (${columns}) values (?, ?, ?, 'o', 'own', 'general', 'online', ?, 'm', 'booked', ?, 1, 1, 1)`,
    )
    add.run('b', 'YY2', 't', 10, 1)
    add.run('a', 'YY1', 't', 10, 1)
    add.run('c', 'YY3', 't', 20, 0)
    add.run('d', 'YY4', 'u', 10, 1)
  })
  await (await openDatabase(file)).close()
  inspect(file, (db) => {
    expect(db.prepare('select started_at, ended_at, note, declared_by from outages').all()).toEqual([
      { started_at: 1, ended_at: 2, note: '', declared_by: null },
    ])
    expect(db.prepare('select * from slot_claims order by appointment_id').all()).toEqual([
      { taxpayer_id: 't', starts_at: 10, appointment_id: 'a' },
      { taxpayer_id: 'u', starts_at: 10, appointment_id: 'd' },
    ])
    expect(db.prepare('select count(*) from appointments where end_asked_at is null').pluck().get()).toBe(4)
    expect(db.prepare('select count(*) from calendar_changes').pluck().get()).toBe(0)
  })
})

it('a taxpayer has a half hour once', async () => {
  const file = join(folder, 'zhengna.db')
  await (await openDatabase(file)).close()
  inspect(file, (db) => {
    const claim = db.prepare(`insert into slot_claims (taxpayer_id, starts_at, appointment_id) values ('t', 10, ?)`)
    claim.run('a')
    expect(() => claim.run('b')).toThrow('UNIQUE')
  })
})
