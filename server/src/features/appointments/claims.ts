// A taxpayer has a half hour once, whatever the service: an appointment that is open holds it by a row of its own, so that of two that
// are booked at once the second finds it there.
import { DomainError } from '@zhengna/contract/errors.ts'
import type { AppointmentId, PersonId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'

export interface Claim {
  readonly taxpayerId: PersonId
  readonly startsAt: number
  readonly appointmentId: AppointmentId
}

/** Errors: SLOT_YOURS (`field`, `number`). */
export async function claimSlot(trx: Writer, { taxpayerId, startsAt, appointmentId }: Claim): Promise<void> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('slot_claims')
    .values({ taxpayer_id: taxpayerId, starts_at: startsAt, appointment_id: appointmentId })
    .onConflict((conflict) => conflict.columns(['taxpayer_id', 'starts_at']).doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n)
    throw new DomainError('SLOT_YOURS', { field: 'startsAt', number: await holder(trx, taxpayerId, startsAt) })
}

/** It is over, or at another time. */
export async function releaseClaim(trx: Writer, appointmentId: AppointmentId, startsAt: number): Promise<void> {
  await trx.deleteFrom('slot_claims').where('appointment_id', '=', appointmentId).where('starts_at', '=', startsAt).execute()
}

/** 预约编号 of the one that has it. */
async function holder(db: Reader, taxpayerId: PersonId, startsAt: number): Promise<string> {
  const row = await db
    .selectFrom('slot_claims')
    .innerJoin('appointments', 'appointments.id', 'slot_claims.appointment_id')
    .select('appointments.number')
    .where('slot_claims.taxpayer_id', '=', taxpayerId)
    .where('slot_claims.starts_at', '=', startsAt)
    .executeTakeFirst()
  return row?.number ?? ''
}
