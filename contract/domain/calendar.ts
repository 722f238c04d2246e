// 服务时间: which days are worked, when an office is open, how many appointments each half hour takes, when the service is down.
import { Type, type Static } from 'typebox'
import { OfficeId, SkillGroupId } from '../ids.ts'
import { limits } from '../limits.ts'
import { Day } from './day.ts'
import { Shift } from './working-time.ts'

/** A day as an administrator sees it. */
export const CalendarDay = Type.Object({
  day: Day,
  isWorking: Type.Boolean(),
  /** False: the State Council's arrangement of that year is not known here, so Monday to Friday are taken to be worked. */
  isOfficial: Type.Boolean(),
  /** The holiday it belongs to in the official calendar, free or worked for it; mostly ''. */
  holiday: Type.String(),
  /** An administrator said so, whatever the official calendar has. */
  isOverridden: Type.Boolean(),
  /** Why, where it was overridden. */
  note: Type.String(),
})
export type CalendarDay = Static<typeof CalendarDay>

const nullable = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()])

/**
 * How many appointments the administrator knows to lie where it will be closed: they stay booked. With more of them the change is
 * refused (CALENDAR_BOOKED, `count`); absent: none.
 */
const acceptedBookings = Type.Optional(Type.Integer({ minimum: 0 }))

/** From one day to another, both among them. `isWorking` null: as the official calendar has it. */
export const DaysOverride = Type.Object({
  from: Day,
  to: Day,
  isWorking: nullable(Type.Boolean()),
  note: Type.String({ maxLength: limits.calendarNoteMaxLength }),
  acceptedBookings,
})
export type DaysOverride = Static<typeof DaysOverride>

export const Shifts = Type.Array(Shift, { maxItems: limits.shiftsMax })
export const weekdayNames = ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'] as const
/** Monday first. Saturday's and Sunday's are of those that the calendar has as worked (调休). */
export const Week = Type.Array(Shifts, { minItems: weekdayNames.length, maxItems: weekdayNames.length })
export type Week = Static<typeof Week>

/** `week` null: the program's own. */
export const OfficeHours = Type.Object({ week: nullable(Week), acceptedBookings })
export type OfficeHours = Static<typeof OfficeHours>

/** `capacity` 0: none are taken; null: as the setting has it. */
export const SlotCapacity = Type.Object({
  capacity: nullable(Type.Integer({ minimum: 0, maximum: limits.slotCapacityMax })),
  acceptedBookings,
})
export type SlotCapacity = Static<typeof SlotCapacity>

/** How many appointments of a service one half hour takes. */
const ServiceCapacity = Type.Object({
  serviceType: SkillGroupId,
  serviceName: Type.String(),
  capacity: Type.Integer({ minimum: 0 }),
  /** Of the setting, for want of a number of its own. */
  isDefault: Type.Boolean(),
})
export type ServiceCapacity = Static<typeof ServiceCapacity>

export const OfficeCalendar = Type.Object({
  officeId: OfficeId,
  officeName: Type.String(),
  week: Week,
  /** The program's, for want of hours of its own. */
  hasDefaultWeek: Type.Boolean(),
  capacities: Type.Array(ServiceCapacity),
})
export type OfficeCalendar = Static<typeof OfficeCalendar>

/** 停机: nobody can be served, at any office. `declaredBy` null: the servers saw it themselves. */
export const Outage = Type.Object({
  startedAt: Type.Integer(),
  endedAt: Type.Integer(),
  note: Type.String(),
  declaredBy: nullable(Type.String()),
})
export type Outage = Static<typeof Outage>

export const OutageDraft = Type.Object({
  startedAt: Type.Integer(),
  endedAt: Type.Integer(),
  note: Type.String({ maxLength: limits.calendarNoteMaxLength }),
  acceptedBookings,
})
export type OutageDraft = Static<typeof OutageDraft>

/** Who changed what when. `what`, `before`, `after` are words; `officeName` null: of all offices. */
export const CalendarChange = Type.Object({
  at: Type.Integer(),
  by: Type.String(),
  officeName: nullable(Type.String()),
  what: Type.String(),
  before: Type.String(),
  after: Type.String(),
})
export type CalendarChange = Static<typeof CalendarChange>
