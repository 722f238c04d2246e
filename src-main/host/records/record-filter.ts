// The filters of 我的留言 and 我的预约 over what this machine holds: the server's own rules. Numbers whole and exact, texts in part.
import type { AppointmentSummary } from '@zhengna/contract/domain/appointment-record.ts'
import type { LeaveMessageSummary } from '@zhengna/contract/domain/leave-message-record.ts'
import { dayOf } from '@zhengna/contract/domain/working-time.ts'
import type { HostParams } from '@zhengna/contract/host/index.ts'

export type LeaveMessageFilter = HostParams<'records.listLeaveMessages'>['query']
export type AppointmentFilter = HostParams<'records.listAppointments'>['query']

/** Nothing asked for: everything will do. */
const is = <T>(wanted: T | undefined, has: T): boolean => wanted === undefined || wanted === has
const isIn = (wanted: string | undefined, text: string): boolean => text.toLowerCase().includes((wanted ?? '').trim().toLowerCase())
const isNumber = (wanted: string | undefined, number: string): boolean => !wanted?.trim() || wanted.trim() === number
/** Both ends belong to it. */
const isWithin = ({ from, to }: { from?: string; to?: string }, at: number): boolean =>
  (from === undefined || from <= dayOf(at)) && (to === undefined || dayOf(at) <= to)

export const matchesLeaveMessage = (filter: LeaveMessageFilter, record: LeaveMessageSummary): boolean =>
  isNumber(filter.number, record.number) &&
  isWithin(filter, record.createdAt) &&
  is(filter.type, record.type) &&
  is(filter.state, record.state) &&
  isIn(filter.content, record.content)

export const matchesAppointment = (filter: AppointmentFilter, record: AppointmentSummary): boolean =>
  record.origin === filter.origin &&
  isNumber(filter.number, record.number) &&
  isWithin(filter, record.startsAt) &&
  is(filter.serviceType, record.serviceType) &&
  is(filter.way, record.way) &&
  is(filter.state, record.state) &&
  (filter.interaction === undefined || filter.interaction === record.interaction) &&
  isIn(filter.matter, record.matter)

/** `page` from 1. */
export function pageOf<T>(items: readonly T[], { page = 1, pageSize = 10 }: { page?: number; pageSize?: number }) {
  return { items: items.slice((page - 1) * pageSize, page * pageSize), total: items.length }
}
