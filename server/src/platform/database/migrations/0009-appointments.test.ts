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
  .filter((name) => name < '0009')
  .at(-1)!
const tables = [
  'appointments',
  'appointment_steps',
  'calendar_days',
  'office_hours',
  'slot_capacities',
  'slots',
  'slot_waits',
  'pulses',
  'outages',
]

it('what was stored before stays, and there are no appointments yet', async () => {
  const file = join(folder, 'zhengna.db')
  await migrateTo(file, before)
  inspect(file, (db) => db.exec(`insert into number_series (prefix, day, last) values ('YY', '20261127', 3)`))
  await (await openDatabase(file)).close()
  const count = (table: string): unknown => inspect(file, (db) => db.prepare(`select count(*) from ${table}`).pluck().get())
  expect(['number_series', ...tables].map(count)).toEqual([1, ...tables.map(() => 0)])
})

it('a number is given to one appointment alone', async () => {
  const file = join(folder, 'zhengna.db')
  await (await openDatabase(file)).close()
  inspect(file, (db) => {
    const add = db.prepare(
      `insert into appointments (id, number, taxpayer_id, office_id, origin, service_type, way, starts_at, matter, state, is_open, created_at, changed_at, settled_at)
         values (?, 'YY202611270001', 't', 'o', 'own', 'general', 'online', 1, 'm', 'booked', 1, 1, 1, 1)`,
    )
    add.run('a')
    expect(() => add.run('b')).toThrow('UNIQUE')
  })
})
