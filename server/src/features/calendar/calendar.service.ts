// 服务时间: what administrators read and set. Whatever was booked stays booked: what closes is closed for those who book after it, and
// closes only when the administrator knows how many were.
import type {
  CalendarChange,
  CalendarDay,
  DaysOverride,
  OfficeCalendar,
  OfficeHours,
  Outage,
  OutageDraft,
  SlotCapacity,
} from '@zhengna/contract/domain/calendar.ts'
import { withoutControls } from '@zhengna/contract/domain/message.ts'
import { nextDay } from '@zhengna/contract/domain/working-time.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { OfficeId, SkillGroupId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import { unlessBooked } from './bookings-at-stake.ts'
import type { CalendarParts } from './calendar-parts.ts'
import { calendarDay, overridesBetween, weekOf } from './calendar.store.ts'
import { readDays, readOutage, readWeek } from './drafts.ts'
import { noteChange, pageOfChanges } from './history.store.ts'
import { capacityInWords, dayInWords, daysInWords, outageInWords, weekInWords } from './in-words.ts'
import { officeCalendars, officeCalendar } from './office-view.ts'
import { addOutage, pageOfOutages, removeOutage } from './outages.store.ts'

export type CalendarAdmin = Pick<Caller, 'personId'>
/** Administrators see every office, supervisors their own. */
export type CalendarViewer = Pick<Caller, 'role' | 'officeId'>
interface Page<T> {
  readonly items: T[]
  readonly total: number
}

/** Whatever closes half hours, with more booked in them than were accepted: CALENDAR_BOOKED. */
export interface OfficeCalendars {
  days(year: number): Promise<CalendarDay[]>
  /** Errors: CALENDAR_INVALID (`field`). */
  setDays(admin: CalendarAdmin, override: DaysOverride): Promise<CalendarDay[]>
  offices(viewer: CalendarViewer): Promise<OfficeCalendar[]>
  /** Errors: NOT_FOUND, CALENDAR_INVALID (`field`). */
  setHours(admin: CalendarAdmin, officeId: OfficeId, hours: OfficeHours): Promise<OfficeCalendar>
  /** Errors: NOT_FOUND. */
  setCapacity(admin: CalendarAdmin, officeId: OfficeId, serviceType: SkillGroupId, wanted: SlotCapacity): Promise<OfficeCalendar>
  outages(page: number, pageSize: number): Promise<Page<Outage>>
  /** Errors: CALENDAR_INVALID (`field`). */
  declareOutage(admin: CalendarAdmin, draft: OutageDraft): Promise<Outage>
  /** Errors: NOT_FOUND. */
  withdrawOutage(admin: CalendarAdmin, startedAt: number): Promise<void>
  changes(viewer: CalendarViewer, page: number, pageSize: number): Promise<Page<CalendarChange>>
}

export function createOfficeCalendars(parts: CalendarParts): OfficeCalendars {
  const { database, clock, settings, openBookings } = parts
  const stake = () => ({ openBookings, capacityByDefault: settings()['appointments.slot-capacity'], now: clock.now() })

  return {
    async days(year) {
      const [first, last] = [`${year}-01-01`, `${year}-12-31`]
      const overrides = await overridesBetween(database.reader, first, last)
      return daysFrom(first, last).map((day) => calendarDay(day, overrides))
    },

    setDays: ({ personId }, { from, to, isWorking, note, acceptedBookings }) =>
      database.write(async (trx) => {
        readDays(from, to)
        const days = daysFrom(from, to)
        const before = await overridesBetween(trx, from, to)
        await unlessBooked(trx, stake(), acceptedBookings, async () => {
          await trx.deleteFrom('calendar_days').where('day', '>=', from).where('day', '<=', to).execute()
          const said = { is_working: isWorking ? 1 : 0, note: cleaned(note), changed_by: personId, changed_at: clock.now() }
          if (isWorking !== null)
            await trx
              .insertInto('calendar_days')
              .values(days.map((day) => ({ day, ...said })))
              .execute()
        })
        const was = new Set(days.map((day) => overrideInWords(before.get(day))))
        await noteChange(trx, {
          at: clock.now(),
          by: personId,
          officeId: null,
          what: daysInWords(from, to),
          before: [...was].join('、'),
          after: dayInWords(isWorking, isWorking === null ? '' : cleaned(note)),
        })
        const overrides = await overridesBetween(trx, from, to)
        return days.map((day) => calendarDay(day, overrides))
      }),

    offices: async (viewer) => {
      const own = officeSeenBy(viewer)
      return own ? [await officeCalendar(database.reader, own, settings())] : officeCalendars(database.reader, settings())
    },

    setHours: ({ personId }, officeId, { week, acceptedBookings }) =>
      database.write(async (trx) => {
        if (week) readWeek(week)
        await officeCalendar(trx, officeId, settings())
        const before = await weekOf(trx, officeId)
        await unlessBooked(trx, stake(), acceptedBookings, async () => {
          await trx.deleteFrom('office_hours').where('office_id', '=', officeId).execute()
          const row = { office_id: officeId, shifts: JSON.stringify(week), changed_by: personId, changed_at: clock.now() }
          if (week) await trx.insertInto('office_hours').values(row).execute()
        })
        const words = { before: weekInWords(before), after: weekInWords(week) }
        await noteChange(trx, { at: clock.now(), by: personId, officeId, what: '办公时间', ...words })
        return officeCalendar(trx, officeId, settings())
      }),

    setCapacity: ({ personId }, officeId, serviceType, { capacity, acceptedBookings }) =>
      database.write(async (trx) => {
        const { capacities } = await officeCalendar(trx, officeId, settings())
        const service = capacities.find((one) => one.serviceType === serviceType)
        if (!service) throw new DomainError('NOT_FOUND')
        await unlessBooked(trx, stake(), acceptedBookings, async () => {
          await trx.deleteFrom('slot_capacities').where('office_id', '=', officeId).where('service_type', '=', serviceType).execute()
          const row = { office_id: officeId, service_type: serviceType, changed_by: personId, changed_at: clock.now() }
          if (capacity !== null)
            await trx
              .insertInto('slot_capacities')
              .values({ ...row, capacity })
              .execute()
        })
        const words = { before: capacityInWords(service.isDefault ? null : service.capacity), after: capacityInWords(capacity) }
        await noteChange(trx, { at: clock.now(), by: personId, officeId, what: `预约容量：${service.serviceName}`, ...words })
        return officeCalendar(trx, officeId, settings())
      }),

    outages: (page, pageSize) => pageOfOutages(database.reader, page, pageSize),

    declareOutage: ({ personId }, { acceptedBookings, ...draft }) =>
      database.write(async (trx) => {
        const { startedAt, endedAt } = readOutage(draft, clock.now())
        const row = { started_at: startedAt, ended_at: endedAt, note: cleaned(draft.note), declared_by: personId }
        const isNew = await unlessBooked(trx, stake(), acceptedBookings, () => addOutage(trx, row))
        if (!isNew) throw new DomainError('CALENDAR_INVALID', { field: 'startedAt', reason: '已有同一时间开始的停机，请先撤销后再登记。' })
        await noteChange(trx, { at: clock.now(), by: personId, officeId: null, what: '停机', before: '', after: outageInWords(row) })
        const who = await trx.selectFrom('people').select('name').where('id', '=', personId).executeTakeFirst()
        return { startedAt, endedAt, note: row.note, declaredBy: who?.name ?? personId }
      }),

    withdrawOutage: ({ personId }, startedAt) =>
      database.write(async (trx) => {
        const gone = await removeOutage(trx, startedAt, clock.now())
        if (!gone) throw new DomainError('NOT_FOUND')
        await noteChange(trx, { at: clock.now(), by: personId, officeId: null, what: '停机', before: outageInWords(gone), after: '已撤销' })
      }),

    changes: (viewer, page, pageSize) => pageOfChanges(database.reader, officeSeenBy(viewer), page, pageSize),
  }
}

/** null: every one. */
const officeSeenBy = ({ role, officeId }: CalendarViewer): OfficeId | null => (role === 'admin' ? null : officeId)
const cleaned = (note: string): string => withoutControls(note).trim()
const overrideInWords = (said: { is_working: number; note: string } | undefined): string =>
  said ? dayInWords(said.is_working === 1, said.note) : dayInWords(null)

function daysFrom(first: string, last: string): string[] {
  const days: string[] = []
  for (let day = first; day <= last; day = nextDay(day)) days.push(day)
  return days
}
