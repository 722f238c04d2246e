// Looks once a minute for work orders that are late soon, and for late ones. Each is told once, whichever server looks:
// the mark and the question whether it is there are one statement.
import type { Selectable } from 'kysely'
import { afterWorkingMinutes } from '@zhengna/contract/domain/working-time.ts'
import type { OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Clock } from '../../platform/clock.ts'
import type { AfterCommit, Database, Reader, Writer } from '../../platform/database/database.ts'
import type { WorkOrderTable } from '../../platform/database/schema.ts'
import { announceWorkOrder } from './moving.ts'
import { addStep } from './steps.store.ts'
import type { WorkingTimeOf } from './work-order-parts.ts'
import { isOpen } from './work-orders.store.ts'

export interface LatenessParts {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
  readonly workingTimeOf: WorkingTimeOf
  /** Of working time, before it is due; as set now. */
  readonly reminderMinutes: () => number
}

type Marked = Selectable<WorkOrderTable>

export function createLatenessCheck({ database, bus, clock, workingTimeOf, reminderMinutes }: LatenessParts): () => Promise<void> {
  const tell = async (
    trx: Writer,
    after: AfterCommit,
    rows: readonly Marked[],
    kind: 'remind' | 'escalate',
    now: number,
  ): Promise<void> => {
    for (const row of rows) {
      await addStep(trx, row.id, { kind, by: null, at: now })
      await announceWorkOrder({ trx, after, now }, bus, row)
      const toIds = await addressees(trx, row, kind)
      after(() => bus.publish('work-order.late', { workOrderId: row.id, officeId: row.office_id, kind, toIds }))
    }
  }

  return async () => {
    const now = clock.now()
    for (const officeId of await officesToTell(database.reader)) {
      const soon = afterWorkingMinutes(now, reminderMinutes(), await workingTimeOf(officeId)) ?? now
      await database.write(async (trx, after) => {
        await tell(trx, after, await mark(trx, 'reminded_at', { officeId, dueUntil: soon, now }), 'remind', now)
        await tell(trx, after, await mark(trx, 'escalated_at', { officeId, dueUntil: now - 1, now }), 'escalate', now)
      })
    }
  }
}

export const untoldQuery = (db: Reader) =>
  db
    .selectFrom('work_orders')
    .select('office_id')
    .distinct()
    .where(isOpen)
    .where('due_at', 'is not', null)
    .where((eb) => eb.or([eb('reminded_at', 'is', null), eb('escalated_at', 'is', null)]))

const officesToTell = async (db: Reader): Promise<OfficeId[]> => (await untoldQuery(db).execute()).map(({ office_id }) => office_id)

/** Those that were not marked before, with the mark. Nobody's decision rests on a mark: the revision stays. */
const mark = (
  trx: Writer,
  column: 'reminded_at' | 'escalated_at',
  { officeId, dueUntil, now }: { officeId: OfficeId; dueUntil: number; now: number },
): Promise<Marked[]> =>
  trx
    .updateTable('work_orders')
    .set({ [column]: now })
    .where('office_id', '=', officeId)
    .where(isOpen)
    .where('due_at', '<=', dueUntil)
    .where(column, 'is', null)
    .returningAll()
    .execute()

/** The reminder is for whose it is, or whoever might take it; that it is late is for the supervisors. */
async function addressees(db: Reader, row: Marked, kind: 'remind' | 'escalate'): Promise<PersonId[]> {
  if (kind === 'remind' && row.assignee_id) return [row.assignee_id]
  const role = kind === 'remind' ? 'agent' : 'supervisor'
  const people = await db
    .selectFrom('people')
    .select('id')
    .where('office_id', '=', row.office_id)
    .where('role', '=', role)
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .execute()
  return people.map(({ id }) => id)
}
