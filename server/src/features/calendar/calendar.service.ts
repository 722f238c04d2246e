// 办公日历: what administrators read and set. Whatever was booked stays booked: a day off is for those who book after it.
import type { CalendarDay, DayOverride, OfficeCalendar } from '@zhengna/contract/domain/calendar.ts'
import { withoutControls } from '@zhengna/contract/domain/message.ts'
import type { SettingValues } from '@zhengna/contract/domain/setting.ts'
import { areShifts, nextDay, type Shift } from '@zhengna/contract/domain/working-time.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { OfficeId, SkillGroupId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Reader } from '../../platform/database/database.ts'
import { calendarDay, defaultShifts, overridesBetween, shiftsOf } from './calendar.store.ts'

export type CalendarAdmin = Pick<Caller, 'personId'>

export interface OfficeCalendars {
  days(year: number): Promise<CalendarDay[]>
  /** Errors: CALENDAR_INVALID (no such day). */
  setDay(admin: CalendarAdmin, day: string, override: DayOverride): Promise<CalendarDay>
  offices(): Promise<OfficeCalendar[]>
  /** null: the program's own. Errors: NOT_FOUND, CALENDAR_INVALID. */
  setHours(admin: CalendarAdmin, officeId: OfficeId, shifts: readonly Shift[] | null): Promise<OfficeCalendar>
  /** null: as the setting has it. Errors: NOT_FOUND. */
  setCapacity(admin: CalendarAdmin, officeId: OfficeId, serviceType: SkillGroupId, capacity: number | null): Promise<OfficeCalendar>
}

export interface CalendarParts {
  readonly database: Database
  readonly clock: Clock
  readonly settings: () => SettingValues
}

export function createOfficeCalendars({ database, clock, settings }: CalendarParts): OfficeCalendars {
  const officeCalendar = async (db: Reader, officeId: OfficeId): Promise<OfficeCalendar> => {
    const office = await db.selectFrom('offices').selectAll().where('id', '=', officeId).executeTakeFirst()
    if (!office) throw new DomainError('NOT_FOUND')
    const shifts = await shiftsOf(db, officeId)
    const services = await db.selectFrom('skill_groups').selectAll().orderBy('id').execute()
    const set = await db.selectFrom('slot_capacities').selectAll().where('office_id', '=', officeId).execute()
    return {
      officeId,
      officeName: office.name,
      shifts: [...(shifts ?? defaultShifts)],
      hasDefaultShifts: shifts === null,
      capacities: services.map(({ id, name }) => {
        const own = set.find(({ service_type }) => service_type === id)
        const capacity = own?.capacity ?? settings()['appointments.slot-capacity']
        return { serviceType: id, serviceName: name, capacity, isDefault: own === undefined }
      }),
    }
  }
  const dayNow = async (db: Reader, day: string): Promise<CalendarDay> => calendarDay(day, await overridesBetween(db, day, day))

  return {
    async days(year) {
      const [first, last] = [`${year}-01-01`, `${year}-12-31`]
      const overrides = await overridesBetween(database.reader, first, last)
      const days: CalendarDay[] = []
      for (let day = first; day <= last; day = nextDay(day)) days.push(calendarDay(day, overrides))
      return days
    },

    setDay: ({ personId }, day, { isWorking, note }) =>
      database.write(async (trx) => {
        if (!isDay(day)) throw new DomainError('CALENDAR_INVALID', { reason: '没有这一天' })
        await trx.deleteFrom('calendar_days').where('day', '=', day).execute()
        const row = {
          day,
          is_working: isWorking ? 1 : 0,
          note: withoutControls(note).trim(),
          changed_by: personId,
          changed_at: clock.now(),
        }
        if (isWorking !== null) await trx.insertInto('calendar_days').values(row).execute()
        return dayNow(trx, day)
      }),

    async offices() {
      const offices = await database.reader.selectFrom('offices').select('id').orderBy('id').execute()
      const calendars: OfficeCalendar[] = []
      for (const { id } of offices) calendars.push(await officeCalendar(database.reader, id))
      return calendars
    },

    setHours: ({ personId }, officeId, shifts) =>
      database.write(async (trx) => {
        if (shifts && !areShifts(shifts))
          throw new DomainError('CALENDAR_INVALID', { reason: '时段须按先后排列，开始早于结束，互不重叠', field: 'shifts' })
        await officeCalendar(trx, officeId)
        await trx.deleteFrom('office_hours').where('office_id', '=', officeId).execute()
        const row = { office_id: officeId, shifts: JSON.stringify(shifts), changed_by: personId, changed_at: clock.now() }
        if (shifts) await trx.insertInto('office_hours').values(row).execute()
        return officeCalendar(trx, officeId)
      }),

    setCapacity: ({ personId }, officeId, serviceType, capacity) =>
      database.write(async (trx) => {
        const { capacities } = await officeCalendar(trx, officeId)
        if (!capacities.some((one) => one.serviceType === serviceType)) throw new DomainError('NOT_FOUND')
        await trx.deleteFrom('slot_capacities').where('office_id', '=', officeId).where('service_type', '=', serviceType).execute()
        if (capacity !== null) {
          const row = { office_id: officeId, service_type: serviceType, capacity, changed_by: personId, changed_at: clock.now() }
          await trx.insertInto('slot_capacities').values(row).execute()
        }
        return officeCalendar(trx, officeId)
      }),
  }
}

/** 2026-02-30 has the form of a day and is none. */
const isDay = (day: string): boolean => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
