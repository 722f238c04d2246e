// The places of a half hour: one counter for each, changed by single statements that need no lock of their own. Whoever changes it
// does so in the transaction that books or ends.
import { sql } from 'kysely'
import type { OfficeId, SkillGroupId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import { capacityWithin } from '../calendar/index.ts'

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

/** False: it is full. One statement, for in a rush most are refused. */
export async function takePlace(trx: Writer, slot: SlotKey, byDefault: number): Promise<boolean> {
  const { officeId, serviceType, startsAt } = slot
  const capacity = capacityWithin(officeId, serviceType, byDefault)
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('slots')
    .columns(['office_id', 'service_type', 'starts_at', 'taken'])
    .expression(sql`select cast(${officeId} as text), cast(${serviceType} as text), cast(${startsAt} as bigint), 1 where ${capacity} > 0`)
    .onConflict((conflict) =>
      conflict
        .columns(['office_id', 'service_type', 'starts_at'])
        .doUpdateSet((eb) => ({ taken: eb('slots.taken', '+', 1) }))
        .where('slots.taken', '<', capacity),
    )
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
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
