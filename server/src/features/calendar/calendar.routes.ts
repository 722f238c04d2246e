import * as contract from '@zhengna/contract/http/calendar.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { OfficeCalendars } from './calendar.service.ts'

export function registerCalendarRoutes(implement: Implement, calendars: OfficeCalendars): void {
  implement(contract.listCalendarDays, async ({ query }) => ({ days: await calendars.days(query.year) }))
  implement(contract.setCalendarDays, async ({ caller, body }) => ({ days: await calendars.setDays(caller, body) }))
  implement(contract.listOfficeCalendars, async ({ caller }) => ({ offices: await calendars.offices(caller) }))
  implement(contract.setOfficeHours, async ({ caller, params, body }) => ({
    office: await calendars.setHours(caller, params.officeId, body),
  }))
  implement(contract.setSlotCapacity, async ({ caller, params, body }) => ({
    office: await calendars.setCapacity(caller, params.officeId, params.serviceType, body),
  }))
  implement(contract.listOutages, ({ query: { page = 1, pageSize = 10 } }) => calendars.outages(page, pageSize))
  implement(contract.declareOutage, async ({ caller, body }) => ({ outage: await calendars.declareOutage(caller, body) }))
  implement(contract.withdrawOutage, async ({ caller, params }) => {
    await calendars.withdrawOutage(caller, params.startedAt)
    return {}
  })
  implement(contract.listCalendarChanges, ({ caller, query: { page = 1, pageSize = 10 } }) => calendars.changes(caller, page, pageSize))
}
