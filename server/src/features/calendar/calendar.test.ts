// Days, hours and capacities that administrators set, on a real store.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { defaultSettingValues } from '@zhengna/contract/domain/setting.ts'
import { slotsOf } from '@zhengna/contract/domain/working-time.ts'
import type { OfficeId, PersonId, SkillGroupId } from '@zhengna/contract/ids.ts'
import { codeOf } from '../../../../test/support/desk.ts'
import { temporaryFolder, TurnableClock } from '../../../../test/support/server.ts'
import { openDatabase, type Database } from '../../platform/database/database.ts'
import { seedDemoPeople } from '../people/index.ts'
import { capacitiesOf, createOfficeCalendars, workingTimeOf, type OfficeCalendars } from './index.ts'

let folder: string
let database: Database
let calendars: OfficeCalendars
const admin = { personId: 'admin001' as PersonId }
const office = 'demo-office-1' as OfficeId
const general = 'general' as SkillGroupId

beforeEach(async () => {
  folder = temporaryFolder('calendar')
  database = await openDatabase(join(folder, 'zhengna.db'))
  await seedDemoPeople(database)
  calendars = createOfficeCalendars({ database, clock: new TurnableClock(), settings: () => defaultSettingValues })
})
afterEach(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

const worked = async (day: string): Promise<boolean> => (await workingTimeOf(database.reader, office)).isWorkingDay(day)

it('a year has all its days, official where its arrangement is known', async () => {
  const days = await calendars.days(2026)
  expect(days).toHaveLength(365)
  expect(days.find(({ day }) => day === '2026-10-10')).toEqual({
    day: '2026-10-10',
    isWorking: true,
    isOfficial: true,
    isOverridden: false,
    note: '',
  })
  expect((await calendars.days(2099)).some(({ isOfficial }) => isOfficial)).toBe(false)
})

it('an override of a day goes before the official calendar, until it is taken back', async () => {
  expect(await calendars.setDay(admin, '2026-11-30', { isWorking: false, note: ' 系统检修 ' })).toMatchObject({
    isWorking: false,
    isOverridden: true,
    note: '系统检修',
  })
  expect(await worked('2026-11-30')).toBe(false)
  await calendars.setDay(admin, '2026-11-29', { isWorking: true, note: '' })
  expect(await worked('2026-11-29')).toBe(true)
  await calendars.setDay(admin, '2026-11-30', { isWorking: null, note: '' })
  expect(await worked('2026-11-30')).toBe(true)
  expect(await codeOf(calendars.setDay(admin, '2026-02-30', { isWorking: true, note: '' }))).toBe('CALENDAR_INVALID')
})

it('hours of an office may be split into shifts, must be in order, and fall back to the program’s own', async () => {
  const shifts = [
    { from: '08:30', to: '11:30' },
    { from: '14:00', to: '15:00' },
  ]
  await calendars.setHours(admin, office, shifts)
  expect(slotsOf('2026-11-30', await workingTimeOf(database.reader, office))).toHaveLength(8)
  expect(await codeOf(calendars.setHours(admin, office, [...shifts].reverse()))).toBe('CALENDAR_INVALID')
  expect(await codeOf(calendars.setHours(admin, 'none' as OfficeId, shifts))).toBe('NOT_FOUND')
  expect(await calendars.setHours(admin, office, null)).toMatchObject({ hasDefaultShifts: true })
  expect(slotsOf('2026-11-30', await workingTimeOf(database.reader, office))).toHaveLength(13)
})

it('a capacity is of an office and a service; without one it is the setting’s', async () => {
  const capacity = async (service: SkillGroupId): Promise<number> => (await capacitiesOf(database.reader, office, 2))(service)
  expect(await capacity(general)).toBe(2)
  const calendar = await calendars.setCapacity(admin, office, general, 0)
  expect(calendar.capacities.find(({ serviceType }) => serviceType === general)).toMatchObject({ capacity: 0, isDefault: false })
  expect(await capacity(general)).toBe(0)
  expect(await capacity('invoice' as SkillGroupId)).toBe(2)
  await calendars.setCapacity(admin, office, general, null)
  expect(await capacity(general)).toBe(2)
  expect(await codeOf(calendars.setCapacity(admin, office, 'none' as SkillGroupId, 1))).toBe('NOT_FOUND')
  expect((await calendars.offices()).map(({ officeId }) => officeId)).toContain(office)
})
