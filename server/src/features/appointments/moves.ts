// The one way an appointment changes its standing: by the table of the contract, compared and set, with a step and a word on the bus.
import type { Updateable } from 'kysely'
import {
  appointmentStateLabels,
  isOver,
  mayDo,
  nextStanding,
  type AppointmentEvent,
  type AppointmentState,
} from '@zhengna/contract/domain/appointment.ts'
import type { AppointmentStepKind } from '@zhengna/contract/domain/appointment-record.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import type { AppointmentTable } from '../../platform/database/schema.ts'
import type { Changing } from './appointment-parts.ts'
import { findAppointment, type AppointmentRow } from './appointments.store.ts'
import { slotOf } from './places.ts'
import { releasePlace } from './waits.ts'

export interface Move {
  readonly event: AppointmentEvent
  readonly by: 'taxpayer' | 'agent' | 'system'
  readonly agentId?: PersonId
  /** Why, where somebody said so. */
  readonly text?: string
  readonly set?: Updateable<AppointmentTable>
}

export const stateWrong = (state: AppointmentState): DomainError =>
  new DomainError('APPOINTMENT_STATE_WRONG', { state: appointmentStateLabels[state] })

/**
 * The appointment as it is after it. What ends before its half hour gives its place back in the same transaction.
 * Errors: APPOINTMENT_STATE_WRONG (also: somebody else was faster).
 */
export async function move(changing: Changing, row: AppointmentRow, { event, by, agentId, text = '', set }: Move): Promise<AppointmentRow> {
  const { trx, now } = changing
  const next = mayDo(row, event, by) ? nextStanding(row, event) : null
  if (!next) throw stateWrong(row.state)
  const { numUpdatedRows } = await trx
    .updateTable('appointments')
    .set({ ...set, ...next, is_open: isOver(next) ? 0 : 1, ...(agentId && { agent_id: agentId }), changed_at: now })
    .where('id', '=', row.id)
    .where('state', '=', row.state)
    .where('interaction', row.interaction === null ? 'is' : '=', row.interaction)
    .where('starts_at', '=', row.starts_at)
    .executeTakeFirstOrThrow()
  const moved = await findAppointment(trx, row.id)
  if (numUpdatedRows !== 1n || !moved) throw stateWrong(moved?.state ?? row.state)
  await noteStep(changing, moved, event, agentId ?? null, text)
  if (isOver(next) && row.starts_at > now) await releasePlace(changing, slotOf(row))
  return moved
}

export async function noteStep(
  { trx, after, bus, now }: Changing,
  { id, taxpayer_id, office_id }: AppointmentRow,
  kind: AppointmentStepKind,
  agentId: PersonId | null,
  text: string,
): Promise<void> {
  await trx.insertInto('appointment_steps').values({ appointment_id: id, at: now, kind, agent_id: agentId, text }).execute()
  after(() => bus.publish('appointment.changed', { appointmentId: id, taxpayerId: taxpayer_id, officeId: office_id }))
}
