// Appointments as rows, with the names that people read.
import type { Selectable } from 'kysely'
import { slotMs } from '@zhengna/contract/domain/appointment.ts'
import type { AppointmentStep } from '@zhengna/contract/domain/appointment-record.ts'
import type { AppointmentId, ConversationId, PersonId } from '@zhengna/contract/ids.ts'
import type { Reader } from '../../platform/database/database.ts'
import type { AppointmentTable } from '../../platform/database/schema.ts'

export type AppointmentRow = Selectable<AppointmentTable> & { office_name: string; service_name: string; agent_number: string | null }

export const selectAppointments = (db: Reader) =>
  db
    .selectFrom('appointments')
    .innerJoin('offices', 'offices.id', 'appointments.office_id')
    .innerJoin('skill_groups', 'skill_groups.id', 'appointments.service_type')
    .leftJoin('people as agent', 'agent.id', 'appointments.agent_id')
    .selectAll('appointments')
    .select(['offices.name as office_name', 'skill_groups.name as service_name', 'agent.agent_number as agent_number'])

export const findAppointment = (db: Reader, id: AppointmentId): Promise<AppointmentRow | undefined> =>
  selectAppointments(db).where('appointments.id', '=', id).executeTakeFirst()

/** Whose talk the conversation is. */
export const appointmentOfConversation = (db: Reader, id: ConversationId): Promise<AppointmentRow | undefined> =>
  selectAppointments(db).where('appointments.conversation_id', '=', id).where('appointments.interaction', '=', 'ongoing').executeTakeFirst()

const own = (db: Reader, taxpayerId: PersonId) =>
  selectAppointments(db).where('appointments.taxpayer_id', '=', taxpayerId).where('appointments.origin', 'in', ['own', 'invited'])

/** Agreed on, and its half hour is now. */
export const appointmentsNow = (db: Reader, taxpayerId: PersonId, now: number): Promise<AppointmentRow[]> =>
  own(db, taxpayerId)
    .where('appointments.state', '=', 'booked')
    .where('appointments.starts_at', '<=', now)
    .where('appointments.starts_at', '>', now - slotMs)
    .orderBy('appointments.starts_at')
    .execute()

/** The next one that is agreed on or to be answered, its half hour not over; and how many there are. */
export async function upcomingOf(db: Reader, taxpayerId: PersonId, now: number): Promise<AppointmentRow[]> {
  return own(db, taxpayerId)
    .where('appointments.state', 'in', ['booked', 'proposed'])
    .where('appointments.starts_at', '>', now - slotMs)
    .orderBy('appointments.starts_at')
    .execute()
}

/** In their order. */
export async function stepsOf(db: Reader, id: AppointmentId): Promise<AppointmentStep[]> {
  const rows = await db
    .selectFrom('appointment_steps')
    .leftJoin('people as agent', 'agent.id', 'appointment_steps.agent_id')
    .select(['at', 'kind', 'text', 'agent.agent_number as agent_number'])
    .where('appointment_id', '=', id)
    .orderBy('position')
    .execute()
  return rows.map(({ at, kind, text, agent_number }) => ({ at, kind, text, agentNumber: agent_number }))
}
