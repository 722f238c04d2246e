import * as contract from '@zhengna/contract/http/calendar.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { OfficeCalendars } from './calendar.service.ts'

export function registerCalendarRoutes(implement: Implement, calendars: OfficeCalendars): void {
  implement(contract.listCalendarDays, async ({ query }) => ({ days: await calendars.days(query.year) }))
  implement(contract.setCalendarDay, async ({ caller, params, body }) => ({ day: await calendars.setDay(caller, params.day, body) }))
  implement(contract.listOfficeCalendars, async () => ({ offices: await calendars.offices() }))
  implement(contract.setOfficeHours, async ({ caller, params, body }) => ({
    office: await calendars.setHours(caller, params.officeId, body.shifts),
  }))
  implement(contract.setSlotCapacity, async ({ caller, params, body }) => ({
    office: await calendars.setCapacity(caller, params.officeId, params.serviceType, body.capacity),
  }))
}
