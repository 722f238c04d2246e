// 服务时间: set by administrators, seen by supervisors for their own office. What would close a half hour that is booked is refused (CALENDAR_BOOKED) until they know of it.
import { Type } from 'typebox'
import {
  CalendarChange,
  CalendarDay,
  DaysOverride,
  OfficeCalendar,
  OfficeHours,
  Outage,
  OutageDraft,
  SlotCapacity,
} from '../domain/calendar.ts'
import { OfficeId, SkillGroupId } from '../ids.ts'
import { pageOf, paging } from './paging.ts'
import { defineRoute } from './route.ts'

const access = ['admin'] as const
const seen = ['admin', 'supervisor'] as const
const tag = 'calendar'
const reply = Type.Object({ office: OfficeCalendar })

export const listCalendarDays = defineRoute({
  method: 'GET',
  path: '/api/calendar/days',
  access: seen,
  tag,
  summary: 'Which days of a year are worked; a year whose arrangement is not known yet says so by `isOfficial`.',
  query: Type.Object({ year: Type.Integer({ minimum: 2000, maximum: 2100 }) }),
  reply: Type.Object({ days: Type.Array(CalendarDay) }),
})

export const setCalendarDays = defineRoute({
  method: 'PUT',
  path: '/api/calendar/days',
  access,
  tag,
  summary: 'Makes days worked or free; null gives them back to the official calendar. Errors: CALENDAR_INVALID (`field`), CALENDAR_BOOKED.',
  body: DaysOverride,
  reply: Type.Object({ days: Type.Array(CalendarDay) }),
})

export const listOfficeCalendars = defineRoute({
  method: 'GET',
  path: '/api/calendar/offices',
  access: seen,
  tag,
  summary: 'Hours and capacities of every office; to supervisors, of their own.',
  reply: Type.Object({ offices: Type.Array(OfficeCalendar) }),
})

export const setOfficeHours = defineRoute({
  method: 'PUT',
  path: '/api/calendar/offices/:officeId/hours',
  access,
  tag,
  summary:
    'Business hours by weekday; null: the program’s own. Errors: NOT_FOUND, CALENDAR_INVALID (`field`: weekday.shift of the week, as 0.1), CALENDAR_BOOKED.',
  params: Type.Object({ officeId: OfficeId }),
  body: OfficeHours,
  reply,
})

export const setSlotCapacity = defineRoute({
  method: 'PUT',
  path: '/api/calendar/offices/:officeId/capacities/:serviceType',
  access,
  tag,
  summary:
    'How many appointments of a service a half hour takes; 0: none, null: as the setting has it. Errors: NOT_FOUND, CALENDAR_BOOKED.',
  params: Type.Object({ officeId: OfficeId, serviceType: SkillGroupId }),
  body: SlotCapacity,
  reply,
})

export const listOutages = defineRoute({
  method: 'GET',
  path: '/api/calendar/outages',
  access: seen,
  tag,
  summary: '停机, the latest first: what is announced, and what the servers saw themselves.',
  query: Type.Object(paging),
  reply: pageOf(Outage),
})

export const declareOutage = defineRoute({
  method: 'POST',
  path: '/api/calendar/outages',
  access,
  tag,
  summary:
    'Half hours that lie in it are not offered, and nobody misses what was booked in it. Errors: CALENDAR_INVALID (`field`), CALENDAR_BOOKED.',
  body: OutageDraft,
  reply: Type.Object({ outage: Outage }),
})

export const withdrawOutage = defineRoute({
  method: 'DELETE',
  path: '/api/calendar/outages/:startedAt',
  access,
  tag,
  summary: 'Takes back one that was announced and is not over. Errors: NOT_FOUND.',
  params: Type.Object({ startedAt: Type.Integer() }),
  reply: Type.Object({}),
})

export const listCalendarChanges = defineRoute({
  method: 'GET',
  path: '/api/calendar/changes',
  access: seen,
  tag,
  summary: 'Who changed what of all this when, the latest first; to supervisors what concerns their office.',
  query: Type.Object(paging),
  reply: pageOf(CalendarChange),
})
