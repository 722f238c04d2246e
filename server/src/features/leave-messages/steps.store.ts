// What was said and done with leave-messages, as rows.
import type { Selectable } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { LeaveMessageStepKind } from '@zhengna/contract/domain/leave-message-record.ts'
import type { LeaveMessageId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import type { Schema } from '../../platform/database/schema.ts'
import { findPerson } from '../people/index.ts'

export type StepRow = Selectable<Schema['leave_message_steps']>

export interface NewStep {
  readonly kind: LeaveMessageStepKind
  /** null: the system. */
  readonly by: Pick<Caller, 'personId'> | null
  readonly at: number
  readonly text?: string
  readonly note?: string
}

/** Returns its id, which files are attached to. */
export async function addStep(trx: Writer, id: LeaveMessageId, { kind, by, at, text = '', note = '' }: NewStep): Promise<string> {
  const stepId = uuidv7()
  await trx
    .insertInto('leave_message_steps')
    .values({
      id: stepId,
      leave_message_id: id,
      at,
      kind,
      person_id: by?.personId ?? null,
      agent_number: by ? await agentNumberOf(trx, by) : null,
      text,
      note,
    })
    .execute()
  return stepId
}

/** In the order of happening. */
export const selectSteps = (db: Reader, id: LeaveMessageId): Promise<StepRow[]> =>
  db.selectFrom('leave_message_steps').selectAll().where('leave_message_id', '=', id).orderBy('at').orderBy('id').execute()

const agentNumberOf = async (db: Reader, { personId }: Pick<Caller, 'personId'>): Promise<string | null> =>
  (await findPerson(db, personId))?.agent_number ?? null
