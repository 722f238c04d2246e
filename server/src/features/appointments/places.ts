// The places of a half hour: one counter for each, changed by single statements that need no lock of their own. Whoever changes it
// does so in the transaction that books or ends.
import type { OfficeId, SkillGroupId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import { capacitiesOf } from '../calendar/index.ts'

export interface SlotKey {
  readonly officeId: OfficeId
  readonly serviceType: SkillGroupId
  readonly startsAt: number
}

export const slotOf = (row: { office_id: OfficeId; service_type: SkillGroupId; starts_at: number }): SlotKey => ({
  officeId: row.office_id,
  serviceType: row.service_type,
  startsAt: row.starts_at,
})

/** False: it is full. */
export async function takePlace(trx: Writer, slot: SlotKey, byDefault: number): Promise<boolean> {
  const capacity = (await capacitiesOf(trx, slot.officeId, byDefault))(slot.serviceType)
  const { officeId: office_id, serviceType: service_type, startsAt: starts_at } = slot
  await trx
    .insertInto('slots')
    .values({ office_id, service_type, starts_at, taken: 0 })
    .onConflict((conflict) => conflict.columns(['office_id', 'service_type', 'starts_at']).doNothing())
    .execute()
  const { numUpdatedRows } = await trx
    .updateTable('slots')
    .set((eb) => ({ taken: eb('taken', '+', 1) }))
    .where('office_id', '=', office_id)
    .where('service_type', '=', service_type)
    .where('starts_at', '=', starts_at)
    .where('taken', '<', capacity)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function givePlaceBack(trx: Writer, { officeId, serviceType, startsAt }: SlotKey): Promise<void> {
  await trx
    .updateTable('slots')
    .set((eb) => ({ taken: eb('taken', '-', 1) }))
    .where('office_id', '=', officeId)
    .where('service_type', '=', serviceType)
    .where('starts_at', '=', startsAt)
    .where('taken', '>', 0)
    .execute()
}

/** What is taken of an office's half hours, from one moment to before another. */
export const takenBetween = (db: Reader, officeId: OfficeId, from: number, to: number) =>
  db
    .selectFrom('slots')
    .select(['service_type', 'starts_at', 'taken'])
    .where('office_id', '=', officeId)
    .where('starts_at', '>=', from)
    .where('starts_at', '<', to)
    .where('taken', '>', 0)
    .orderBy('starts_at')
    .execute()
