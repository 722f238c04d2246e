// 系统管理 · 服务时间 at the console. Online only: what administrators set has one truth, and it is the server's.
import * as calendar from '../http/calendar.ts'
import { relay } from './relay.ts'

const console = ['console'] as const

export const serviceHoursRequests = {
  'hours.listOffices': relay(calendar.listOfficeCalendars, console),
  'hours.setWeek': relay(calendar.setOfficeHours, console),
  'hours.setCapacity': relay(calendar.setSlotCapacity, console),
  'hours.listDays': relay(calendar.listCalendarDays, console),
  'hours.setDays': relay(calendar.setCalendarDays, console),
  'hours.listOutages': relay(calendar.listOutages, console),
  'hours.declareOutage': relay(calendar.declareOutage, console),
  'hours.withdrawOutage': relay(calendar.withdrawOutage, console),
  'hours.listChanges': relay(calendar.listCalendarChanges, console),
}
