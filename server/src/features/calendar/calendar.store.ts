// What administrators said of days, hours and capacities, as rows; and the working time that comes of it.
import { sql, type RawBuilder } from 'kysely'
import { weekdayNames, type CalendarDay, type Week } from '@zhengna/contract/domain/calendar.ts'
import type { Shift, WorkingTime } from '@zhengna/contract/domain/working-time.ts'
import type { OfficeId, SkillGroupId } from '@zhengna/contract/ids.ts'
import type { Reader } from '../../platform/database/database.ts'
import { officialDay } from './official-days.ts'

const everyDay = (shifts: readonly Shift[]): Week => weekdayNames.map(() => [...shifts])

/** Of offices that have no hours of their own. */
export const defaultWeek: Week = everyDay([
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '17:00' },
])

type Overrides = ReadonlyMap<string, { is_working: number; note: string }>

/** From one day to another, both among them. */
export async function overridesBetween(db: Reader, from: string, to: string): Promise<Overrides> {
  const rows = await db
    .selectFrom('calendar_days')
    .select(['day', 'is_working', 'note'])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute()
  return new Map(rows.map((row) => [row.day, row]))
}

export function calendarDay(day: string, overrides: Overrides): CalendarDay {
  const { isWorking, ...official } = officialDay(day)
  const override = overrides.get(day)
  return {
    day,
    ...official,
    isWorking: override ? override.is_working === 1 : isWorking,
    isOverridden: override !== undefined,
    note: override?.note ?? '',
  }
}

/** null: the program's own. */
export async function weekOf(db: Reader, officeId: OfficeId): Promise<Week | null> {
  const row = await db.selectFrom('office_hours').select('shifts').where('office_id', '=', officeId).executeTakeFirst()
  if (!row) return null
  const stored = JSON.parse(row.shifts) as Week | Shift[]
  // Before hours went by the weekday, all days had the same.
  return stored.length === weekdayNames.length && stored.every(Array.isArray) ? stored : everyDay(stored as Shift[])
}

/** When an office works, as it is set at this moment. */
export async function workingTimeOf(db: Reader, officeId: OfficeId): Promise<WorkingTime> {
  const overrides = await overridesBetween(db, '0000-01-01', '9999-12-31')
  const week = (await weekOf(db, officeId)) ?? defaultWeek
  return { shiftsOn: (day) => (calendarDay(day, overrides).isWorking ? (week[placeInWeek(day)] ?? []) : []) }
}

/** 0: a Monday. */
const placeInWeek = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

/** How many appointments of a service a half hour of an office takes; `byDefault` where nobody said. */
export async function capacitiesOf(db: Reader, officeId: OfficeId, byDefault: number): Promise<(serviceType: SkillGroupId) => number> {
  const rows = await db.selectFrom('slot_capacities').select(['service_type', 'capacity']).where('office_id', '=', officeId).execute()
  const set = new Map(rows.map(({ service_type, capacity }) => [service_type, capacity]))
  return (serviceType) => set.get(serviceType) ?? byDefault
}

/** The same within a statement, of one service. */
export const capacityWithin = (officeId: OfficeId, serviceType: SkillGroupId, byDefault: number): RawBuilder<number> =>
  sql<number>`coalesce((select capacity from slot_capacities where office_id = ${officeId} and service_type = ${serviceType}), ${byDefault})`
