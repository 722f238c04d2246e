// What administrators said of days, hours and capacities, as rows; and the working time that comes of it.
import type { CalendarDay } from '@zhengna/contract/domain/calendar.ts'
import type { Shift, WorkingTime } from '@zhengna/contract/domain/working-time.ts'
import type { OfficeId, SkillGroupId } from '@zhengna/contract/ids.ts'
import type { Reader } from '../../platform/database/database.ts'
import { officialDay } from './official-days.ts'

/** Of offices that have no hours of their own. */
export const defaultShifts: readonly Shift[] = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '17:00' },
]

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
  const official = officialDay(day)
  const override = overrides.get(day)
  return {
    day,
    isWorking: override ? override.is_working === 1 : official.isWorking,
    isOfficial: official.isOfficial,
    isOverridden: override !== undefined,
    note: override?.note ?? '',
  }
}

/** null: the program's own. */
export async function shiftsOf(db: Reader, officeId: OfficeId): Promise<Shift[] | null> {
  const row = await db.selectFrom('office_hours').select('shifts').where('office_id', '=', officeId).executeTakeFirst()
  return row ? (JSON.parse(row.shifts) as Shift[]) : null
}

/** When an office works, as it is set at this moment. */
export async function workingTimeOf(db: Reader, officeId: OfficeId): Promise<WorkingTime> {
  const overrides = await overridesBetween(db, '0000-01-01', '9999-12-31')
  return {
    shifts: (await shiftsOf(db, officeId)) ?? defaultShifts,
    isWorkingDay: (day) => calendarDay(day, overrides).isWorking,
  }
}

/** How many appointments of a service a half hour of an office takes; `byDefault` where nobody said. */
export async function capacitiesOf(db: Reader, officeId: OfficeId, byDefault: number): Promise<(serviceType: SkillGroupId) => number> {
  const rows = await db.selectFrom('slot_capacities').select(['service_type', 'capacity']).where('office_id', '=', officeId).execute()
  const set = new Map(rows.map(({ service_type, capacity }) => [service_type, capacity]))
  return (serviceType) => set.get(serviceType) ?? byDefault
}
