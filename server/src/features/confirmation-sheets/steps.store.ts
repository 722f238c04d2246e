// What was done with confirmation sheets, as rows.
import type { Selectable } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { SheetStepKind } from '@zhengna/contract/domain/confirmation-sheet-record.ts'
import type { ConfirmationSheetId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import type { ConfirmationSheetStepTable } from '../../platform/database/schema.ts'
import { findPerson } from '../people/index.ts'

export interface NewStep {
  readonly kind: SheetStepKind
  /** null: the program. */
  readonly by: Pick<Caller, 'personId'> | null
  readonly at: number
  /** Of one that was judged. */
  readonly material?: string
  readonly text?: string
}

/** Returns its id. */
export async function addStep(trx: Writer, sheetId: ConfirmationSheetId, { kind, by, at, material, text = '' }: NewStep): Promise<string> {
  const id = uuidv7()
  const agent_number = (by && (await findPerson(trx, by.personId))?.agent_number) ?? null
  await trx
    .insertInto('confirmation_sheet_steps')
    .values({ id, sheet_id: sheetId, at, kind, person_id: by?.personId ?? null, agent_number, material: material ?? null, text })
    .execute()
  return id
}

/** In the order of happening. */
export const selectSteps = (db: Reader, id: ConfirmationSheetId): Promise<Selectable<ConfirmationSheetStepTable>[]> =>
  db.selectFrom('confirmation_sheet_steps').selectAll().where('sheet_id', '=', id).orderBy('at').orderBy('id').execute()
