// 办公日历: which days are worked, when an office is open, how many appointments each half hour takes.
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
  /** An administrator said so, whatever the official calendar has. */
  isOverridden: Type.Boolean(),
  /** Why, where it was overridden. */
  note: Type.String(),
})
export type CalendarDay = Static<typeof CalendarDay>

/** null: as the official calendar has it. */
export const DayOverride = Type.Object({
  isWorking: Type.Union([Type.Boolean(), Type.Null()]),
  note: Type.String({ maxLength: limits.calendarNoteMaxLength }),
})
export type DayOverride = Static<typeof DayOverride>

export const Shifts = Type.Array(Shift, { maxItems: limits.shiftsMax })

/** How many appointments of a service one half hour takes. */
const ServiceCapacity = Type.Object({
  serviceType: SkillGroupId,
  serviceName: Type.String(),
  capacity: Type.Integer({ minimum: 0 }),
  /** Of the setting, for want of a number of its own. */
  isDefault: Type.Boolean(),
})

export const OfficeCalendar = Type.Object({
  officeId: OfficeId,
  officeName: Type.String(),
  shifts: Shifts,
  /** The program's, for want of hours of its own. */
  hasDefaultShifts: Type.Boolean(),
  capacities: Type.Array(ServiceCapacity),
})
export type OfficeCalendar = Static<typeof OfficeCalendar>
