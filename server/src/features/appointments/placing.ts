// An appointment begins: written down with its first step. Its place is taken already.
import { firstStanding, type AppointmentOrigin, type AppointmentWay } from '@zhengna/contract/domain/appointment.ts'
import type { AppointmentId, OfficeId, PersonId, SkillGroupId } from '@zhengna/contract/ids.ts'
import { nextNumber } from '../../platform/database/number-series.ts'
import type { Changing } from './appointment-parts.ts'
import { findAppointment, type AppointmentRow } from './appointments.store.ts'
import { noteStep } from './moves.ts'

export interface NewAppointment {
  readonly id: AppointmentId
  readonly origin: AppointmentOrigin
  readonly taxpayerId: PersonId
  readonly officeId: OfficeId
  readonly serviceType: SkillGroupId
  readonly way: AppointmentWay
  readonly startsAt: number
  readonly matter: string
  readonly phone: string | null
  /** Who proposes it. */
  readonly agentId: PersonId | null
}

export async function placeAppointment(changing: Changing, made: NewAppointment): Promise<AppointmentRow> {
  const { trx, now } = changing
  const { id, origin, taxpayerId, officeId, serviceType, way, startsAt, matter, phone, agentId } = made
  await trx
    .insertInto('appointments')
    .values({
      id,
      number: await nextNumber(trx, 'YY', now),
      taxpayer_id: taxpayerId,
      office_id: officeId,
      origin,
      service_type: serviceType,
      way,
      starts_at: startsAt,
      matter,
      phone,
      ...firstStanding[origin],
      is_open: 1,
      agent_id: agentId,
      conversation_id: null,
      created_at: now,
      changed_at: now,
      settled_at: now,
    })
    .execute()
  const row = await findAppointment(trx, id)
  if (!row) throw new Error(`Appointment ${id} was stored and is not there.`)
  await noteStep(changing, row, origin === 'own' ? 'book' : 'propose', agentId, '')
  return row
}
