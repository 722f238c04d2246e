// 办公日历, for administrators.
import { Type } from 'typebox'
import { CalendarDay, DayOverride, OfficeCalendar, Shifts } from '../domain/calendar.ts'
import { Day } from '../domain/day.ts'
import { OfficeId, SkillGroupId } from '../ids.ts'
import { limits } from '../limits.ts'
import { defineRoute } from './route.ts'

const access = ['admin'] as const
const tag = 'calendar'
const reply = Type.Object({ office: OfficeCalendar })

export const listCalendarDays = defineRoute({
  method: 'GET',
  path: '/api/calendar/days',
  access,
  tag,
  summary: 'Which days of a year are worked; a year whose arrangement is not known yet says so by `isOfficial`.',
  query: Type.Object({ year: Type.Integer({ minimum: 2000, maximum: 2100 }) }),
  reply: Type.Object({ days: Type.Array(CalendarDay) }),
})

export const setCalendarDay = defineRoute({
  method: 'PUT',
  path: '/api/calendar/days/:day',
  access,
  tag,
  summary: 'Makes a day worked or free; null gives it back to the official calendar. Errors: CALENDAR_INVALID.',
  params: Type.Object({ day: Day }),
  body: DayOverride,
  reply: Type.Object({ day: CalendarDay }),
})

export const listOfficeCalendars = defineRoute({
  method: 'GET',
  path: '/api/calendar/offices',
  access,
  tag,
  summary: 'Business hours and capacities of every office.',
  reply: Type.Object({ offices: Type.Array(OfficeCalendar) }),
})

export const setOfficeHours = defineRoute({
  method: 'PUT',
  path: '/api/calendar/offices/:officeId/hours',
  access,
  tag,
  summary: 'Business hours of every working day; null: the program’s own. Errors: NOT_FOUND, CALENDAR_INVALID (shifts out of order).',
  params: Type.Object({ officeId: OfficeId }),
  body: Type.Object({ shifts: Type.Union([Shifts, Type.Null()]) }),
  reply,
})

export const setSlotCapacity = defineRoute({
  method: 'PUT',
  path: '/api/calendar/offices/:officeId/capacities/:serviceType',
  access,
  tag,
  summary: 'How many appointments of a service a half hour takes; 0: none, null: as the setting has it. Errors: NOT_FOUND.',
  params: Type.Object({ officeId: OfficeId, serviceType: SkillGroupId }),
  body: Type.Object({ capacity: Type.Union([Type.Integer({ minimum: 0, maximum: limits.slotCapacityMax }), Type.Null()]) }),
  reply,
})
