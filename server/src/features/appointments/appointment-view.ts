// Appointments as each side sees them.
import type {
  Appointment,
  AppointmentSummary,
  DeskAppointment,
  DeskAppointmentSummary,
} from '@zhengna/contract/domain/appointment-record.ts'
import { maskNumber } from '@zhengna/contract/domain/person.ts'
import type { Reader } from '../../platform/database/database.ts'
import { findPerson, toMaskedPerson, toPerson, type PersonRow } from '../people/index.ts'
import type { AttachmentPort } from './appointment-parts.ts'
import { stepsOf, type AppointmentRow } from './appointments.store.ts'

export const toSummary = (row: AppointmentRow): AppointmentSummary => ({
  id: row.id,
  number: row.number,
  origin: row.origin,
  serviceType: row.service_type,
  serviceName: row.service_name,
  way: row.way,
  officeName: row.office_name,
  startsAt: row.starts_at,
  matter: row.matter,
  state: row.state,
  interaction: row.interaction,
  createdAt: row.created_at,
  changedAt: row.changed_at,
})

export async function toAppointment(db: Reader, attachments: AttachmentPort, row: AppointmentRow): Promise<Appointment> {
  return {
    ...toSummary(row),
    phone: row.phone,
    attachments: (await attachments.of(db, 'appointment', [row.id])).get(row.id) ?? [],
    agentNumber: row.agent_number,
    conversationId: row.conversation_id,
    steps: await stepsOf(db, row.id),
  }
}

/** The taxpayer masked; `phone`, which is there where the way is the telephone, whole: it is to be dialled. */
export async function toDeskAppointment(db: Reader, attachments: AttachmentPort, row: AppointmentRow): Promise<DeskAppointment> {
  const taxpayer = await findPerson(db, row.taxpayer_id)
  if (!taxpayer) throw new Error(`The taxpayer of appointment ${row.id} is not in the register.`)
  return { ...(await toAppointment(db, attachments, row)), officeId: row.office_id, taxpayer: toMaskedPerson(taxpayer) }
}

export const toDeskSummary = (row: AppointmentRow, taxpayer: PersonRow | undefined): DeskAppointmentSummary => ({
  ...toSummary(row),
  taxpayerName: taxpayer?.name ?? '',
  taxpayerNumber: maskNumber((taxpayer && toPerson(taxpayer).taxpayer?.taxpayerNumber) ?? ''),
})
