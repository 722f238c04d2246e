// The manual's rules of 预约 (1.20.3), as the form says them before it is sent.
import { bookingLeadMs } from '@zhengna/contract/domain/appointment.ts'
import type { AppointmentForm } from '@zhengna/contract/domain/appointment-record.ts'
import { readMobileNumber } from '@zhengna/contract/domain/mobile-number.ts'
import type { AppointmentFields } from '@zhengna/contract/host/records.ts'

export const appointmentFieldNames = ['serviceType', 'way', 'startsAt', 'matter', 'phone', 'attachments'] as const
export type AppointmentField = (typeof appointmentFieldNames)[number]

/** What is on the form: a field that nobody touched has what it was filled in with. */
export const phoneOf = (fields: AppointmentFields, form: AppointmentForm): string => fields.phone ?? form.phone ?? ''
export const serviceOf = (fields: AppointmentFields, form: AppointmentForm) =>
  form.services.find(({ id }) => id === fields.serviceType) ?? form.services[0] ?? null

/** A field's text in the locale. */
export function faultsOf(fields: AppointmentFields, form: AppointmentForm, now: number): Partial<Record<AppointmentField, string>> {
  const phone = phoneOf(fields, form).trim()
  const wantsPhone = fields.way === 'phone'
  return {
    ...(!serviceOf(fields, form) && { serviceType: 'appointments.faults.serviceType' }),
    ...(fields.way === null && { way: 'appointments.faults.way' }),
    ...(fields.startsAt === null && { startsAt: 'appointments.faults.startsAt' }),
    ...(fields.startsAt !== null && fields.startsAt < now + bookingLeadMs && { startsAt: 'appointments.faults.tooSoon' }),
    ...(fields.matter.trim() === '' && { matter: 'appointments.faults.matter' }),
    ...(wantsPhone && phone === '' && { phone: 'appointments.faults.phone' }),
    ...(wantsPhone && phone !== '' && readMobileNumber(phone) === null && { phone: 'appointments.faults.phoneWrong' }),
  }
}
