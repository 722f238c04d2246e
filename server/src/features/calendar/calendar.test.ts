// Days, hours and capacities that administrators set, on a real store.
import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultSettingValues } from '@zhengna/contract/domain/setting.ts'
import { momentOf, slotsOf } from '@zhengna/contract/domain/working-time.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { OfficeId, PersonId, SkillGroupId } from '@zhengna/contract/ids.ts'
import { codeOf } from '../../../../test/support/desk.ts'
import { temporaryFolder, TurnableClock } from '../../../../test/support/server.ts'
import { addOffice } from '../../../../test/support/register.ts'
import { storeOf } from '../../../../test/support/store-place.ts'
import { openDatabase, type Database } from '../../platform/database/database.ts'
import { seedDemoPeople } from '../people/index.ts'
import type { Booking } from './bookings-at-stake.ts'
import { capacitiesOf, createOfficeCalendars, isLost, outagesBetween, workingTimeOf, type OfficeCalendars } from './index.ts'

let folder: string
let database: Database
let calendars: OfficeCalendars
let bookings: Booking[]
const clock = new TurnableClock()
const admin = { personId: 'admin001' as PersonId }
const office = 'demo-office-1' as OfficeId
const viewer = { role: 'admin', officeId: office } as const
const general = 'general' as SkillGroupId

beforeEach(async () => {
  folder = temporaryFolder('calendar')
  database = await openDatabase(await storeOf(folder))
  await seedDemoPeople(database)
  bookings = []
  calendars = createOfficeCalendars({
    database,
    clock,
    settings: () => defaultSettingValues,
    openBookings: () => Promise.resolve(bookings),
  })
})
afterEach(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

const hoursOn = async (day: string): Promise<number> => slotsOf(day, await workingTimeOf(database.reader, office)).length
const set = (from: string, isWorking: boolean | null, note = '', to = from) => calendars.setDays(admin, { from, to, isWorking, note })
const booked = (day: string, time: string): Booking => ({ office_id: office, service_type: general, starts_at: momentOf(day, time) })
async function refusal(work: Promise<unknown>): Promise<DomainError['failure'] | null> {
  return work.then(
    () => null,
    (error: unknown) => (error instanceof DomainError ? error.failure : Promise.reject(error as Error)),
  )
}
const morning = { from: '08:30', to: '11:30' }
const afternoon = { from: '14:00', to: '15:00' }
/** The same on all days. */
const every = (...shifts: { from: string; to: string }[]) => Array.from({ length: 7 }, () => shifts)

it('a year has all its days, official where its arrangement is known', async () => {
  const days = await calendars.days(2026)
  expect(days).toHaveLength(365)
  expect(days.find(({ day }) => day === '2026-10-10')).toEqual({
    day: '2026-10-10',
    isWorking: true,
    isOfficial: true,
    holiday: '国庆节',
    isOverridden: false,
    note: '',
  })
  expect(days.find(({ day }) => day === '2026-11-27')).toMatchObject({ holiday: '' })
  expect((await calendars.days(2099)).some(({ isOfficial }) => isOfficial)).toBe(false)
})

it('an override of days goes before the official calendar, until it is taken back', async () => {
  expect(await set('2026-11-30', false, ' 系统检修 ')).toMatchObject([{ isWorking: false, isOverridden: true, note: '系统检修' }])
  expect(await hoursOn('2026-11-30')).toBe(0)
  await set('2026-11-29', true)
  expect(await hoursOn('2026-11-29')).toBe(13)
  await set('2026-11-30', null)
  expect(await hoursOn('2026-11-30')).toBe(13)
})

it('several days are set at once, the right way round and not without end', async () => {
  expect((await set('2027-02-05', false, '春节', '2027-02-11')).map(({ isWorking }) => isWorking)).toEqual(Array(7).fill(false))
  expect(await refusal(set('2026-02-30', true))).toMatchObject({ code: 'CALENDAR_INVALID', detail: { field: 'from' } })
  expect(await refusal(set('2026-12-02', true, '', '2026-12-01'))).toMatchObject({ code: 'CALENDAR_INVALID', detail: { field: 'to' } })
  expect(await refusal(set('2026-12-01', true, '', '2027-12-01'))).toMatchObject({ detail: { field: 'to' } })
})

it('hours go by the weekday, may be split into shifts, and fall back to the program’s own', async () => {
  const week = every(morning, afternoon)
  week[2] = [morning]
  week[4] = []
  await calendars.setHours(admin, office, { week })
  expect(await Promise.all(['2026-11-30', '2026-12-02', '2026-12-04', '2026-12-05'].map(hoursOn))).toEqual([8, 6, 0, 0])
  expect(await codeOf(calendars.setHours(admin, 'none' as OfficeId, { week }))).toBe('NOT_FOUND')
  expect(await calendars.setHours(admin, office, { week: null })).toMatchObject({ hasDefaultWeek: true })
  expect(await hoursOn('2026-11-30')).toBe(13)
})

it('the hours of a Saturday are of one that is worked', async () => {
  const week = every(morning)
  week[5] = [afternoon]
  await calendars.setHours(admin, office, { week })
  expect(await hoursOn('2026-10-10')).toBe(2)
})

it('hours of before they went by the weekday are those of all days', async () => {
  const row = { office_id: office, shifts: JSON.stringify([afternoon]), changed_by: admin.personId, changed_at: 1 }
  await database.write((trx) => trx.insertInto('office_hours').values(row).execute())
  expect(await Promise.all(['2026-11-30', '2026-12-04'].map(hoursOn))).toEqual([2, 2])
})

it.each([
  ['0.0', [{ from: '12:00', to: '09:00' }], '结束时间须晚于开始时间'],
  ['0.1', [morning, { from: '11:00', to: '12:00' }], '不能早于上一时段'],
  ['0.1', [afternoon, morning], '不能早于上一时段'],
])('shifts that are wrong are refused at %s: %j', async (field, monday, reason) => {
  const week = every(morning)
  week[0] = monday
  expect(await refusal(calendars.setHours(admin, office, { week }))).toMatchObject({
    code: 'CALENDAR_INVALID',
    detail: { field, reason: expect.stringContaining(reason) as string },
  })
})

it('a capacity is of an office and a service; without one it is the setting’s', async () => {
  const capacity = async (service: SkillGroupId): Promise<number> => (await capacitiesOf(database.reader, office, 2))(service)
  expect(await capacity(general)).toBe(2)
  const calendar = await calendars.setCapacity(admin, office, general, { capacity: 0 })
  expect(calendar.capacities.find(({ serviceType }) => serviceType === general)).toMatchObject({ capacity: 0, isDefault: false })
  expect(await capacity(general)).toBe(0)
  expect(await capacity('invoice' as SkillGroupId)).toBe(2)
  await calendars.setCapacity(admin, office, general, { capacity: null })
  expect(await capacity(general)).toBe(2)
  expect(await codeOf(calendars.setCapacity(admin, office, 'none' as SkillGroupId, { capacity: 1 }))).toBe('NOT_FOUND')
  expect((await calendars.offices(viewer)).map(({ officeId }) => officeId)).toContain(office)
})

it('what is booked where it would close is said first; accepted, it closes', async () => {
  bookings = [booked('2026-11-30', '09:00'), booked('2026-11-30', '16:00'), booked('2026-12-01', '16:00')]
  const week = every({ from: '09:00', to: '12:00' })
  expect(await refusal(calendars.setHours(admin, office, { week }))).toMatchObject({ code: 'CALENDAR_BOOKED', detail: { count: 2 } })
  expect(await hoursOn('2026-11-30')).toBe(13)
  expect(await codeOf(calendars.setHours(admin, office, { week, acceptedBookings: 1 }))).toBe('CALENDAR_BOOKED')
  await calendars.setHours(admin, office, { week, acceptedBookings: 2 })
  expect(await hoursOn('2026-11-30')).toBe(6)
  // Those that lie outside already are no news.
  expect(await refusal(set('2026-11-30', false))).toMatchObject({ detail: { count: 1 } })
})

it('a smaller capacity closes the places above it, one service or office at a time', async () => {
  bookings = ['10:00', '10:00', '10:30'].map((time) => booked('2026-11-30', time))
  bookings.push({ ...booked('2026-11-30', '10:00'), service_type: 'invoice' as SkillGroupId })
  expect(await refusal(calendars.setCapacity(admin, office, general, { capacity: 1 }))).toMatchObject({ detail: { count: 1 } })
  expect(await refusal(calendars.setCapacity(admin, office, general, { capacity: 0 }))).toMatchObject({ detail: { count: 3 } })
  expect(await refusal(calendars.setCapacity(admin, office, general, { capacity: 2 }))).toBeNull()
})

describe('停机', () => {
  const at = (time: string): number => momentOf('2031-06-03', time)
  const draft = { startedAt: at('10:00'), endedAt: at('11:10'), note: '机房检修' }

  it('closes the half hours of which it takes too much, at every office', async () => {
    bookings = [booked('2031-06-03', '09:30'), booked('2031-06-03', '10:30'), booked('2031-06-03', '11:00')]
    expect(await refusal(calendars.declareOutage(admin, draft))).toMatchObject({ code: 'CALENDAR_BOOKED', detail: { count: 2 } })
    expect(await calendars.declareOutage(admin, { ...draft, acceptedBookings: 2 })).toMatchObject({ note: '机房检修' })
    const outages = await outagesBetween(database.reader, 0, at('23:30'))
    expect(['09:30', '10:00', '10:30', '11:00', '11:30'].map((time) => isLost(at(time), outages))).toEqual([false, true, true, true, false])
  })

  it('ends after it begins and after now; one of the same beginning is there once', async () => {
    expect(await refusal(calendars.declareOutage(admin, { ...draft, endedAt: draft.startedAt }))).toMatchObject({
      detail: { field: 'endedAt' },
    })
    expect(await refusal(calendars.declareOutage(admin, { ...draft, startedAt: 1, endedAt: 2 }))).toMatchObject({
      detail: { field: 'endedAt' },
    })
    await calendars.declareOutage(admin, draft)
    expect(await refusal(calendars.declareOutage(admin, draft))).toMatchObject({ detail: { field: 'startedAt' } })
  })

  it('what was announced is taken back; what the servers saw is not', async () => {
    await calendars.declareOutage(admin, draft)
    const seen = { started_at: at('08:00'), ended_at: at('23:00') }
    await database.write((trx) => trx.insertInto('outages').values(seen).execute())
    expect(await codeOf(calendars.withdrawOutage(admin, seen.started_at))).toBe('NOT_FOUND')
    await calendars.withdrawOutage(admin, draft.startedAt)
    expect(await calendars.outages(1, 10)).toMatchObject({ items: [{ startedAt: seen.started_at, declaredBy: null }], total: 1 })
  })

  it('a minute that two of them have is lost once', () => {
    const [first, second] = [
      { started_at: 0, ended_at: 6 * 60_000 },
      { started_at: 60_000, ended_at: 7 * 60_000 },
    ]
    expect(isLost(0, [second, first])).toBe(false)
  })
})

it('the history says who changed what, and what it was before; what came out the same is not in it', async () => {
  await calendars.setHours(admin, office, { week: every(morning) })
  await calendars.setHours(admin, office, { week: every(morning) })
  await calendars.setCapacity(admin, office, general, { capacity: 3 })
  await set('2026-12-01', false, '搬迁')
  const { items, total } = await calendars.changes(viewer, 1, 10)
  expect(total).toBe(3)
  expect(items).toMatchObject([
    { officeName: null, what: '2026-12-01', before: '按官方日历', after: '休息（搬迁）' },
    { what: '预约容量：综合服务', before: '默认', after: '每半小时 3 个' },
    { what: '办公时间', before: '默认', after: '星期一至星期日 08:30–11:30' },
  ])
  expect(items[0]?.by).not.toBe('admin001')
  expect(items[1]?.officeName).not.toBeNull()
})

it('a supervisor sees the hours of their own office, and what changed there or everywhere', async () => {
  const elsewhere = await database.write((trx) => addOffice(trx, 'office-2'))
  await calendars.setHours(admin, elsewhere, { week: every(morning) })
  await calendars.setHours(admin, office, { week: every(afternoon) })
  await set('2026-12-01', false)
  const supervisor = { role: 'supervisor', officeId: office } as const
  expect((await calendars.offices(supervisor)).map(({ officeId }) => officeId)).toEqual([office])
  expect(await calendars.changes(supervisor, 1, 10)).toMatchObject({ items: [{ what: '2026-12-01' }, { what: '办公时间' }], total: 2 })
})
