// What was said and done with work orders, as rows.
import type { Selectable } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { WorkOrderStepKind } from '@zhengna/contract/domain/work-order-record.ts'
import type { PersonId, WorkOrderId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import type { Schema } from '../../platform/database/schema.ts'
import { findPerson } from '../people/index.ts'

export type StepRow = Selectable<Schema['work_order_steps']>

export interface NewStep {
  readonly kind: WorkOrderStepKind
  /** null: the system. */
  readonly by: PersonId | null
  readonly at: number
  readonly text?: string
  /** For officers alone. */
  readonly note?: string
  /** Whose number is shown; absent: that of `by`. */
  readonly about?: PersonId
}

/** Returns its id, which files are attached to. */
export async function addStep(trx: Writer, id: WorkOrderId, { kind, by, at, text = '', note = '', about }: NewStep): Promise<string> {
  const shown = about ?? by
  const stepId = uuidv7()
  await trx
    .insertInto('work_order_steps')
    .values({
      id: stepId,
      work_order_id: id,
      at,
      kind,
      person_id: by,
      agent_number: shown && ((await findPerson(trx, shown))?.agent_number ?? null),
      text,
      note,
    })
    .execute()
  return stepId
}

/** In the order of happening. */
export const selectSteps = (db: Reader, ids: readonly WorkOrderId[]): Promise<StepRow[]> =>
  db.selectFrom('work_order_steps').selectAll().where('work_order_id', 'in', ids).orderBy('at').orderBy('id').execute()
