// Gaps as rows: the first question of each group and what became of it.
import type { Insertable, Selectable } from 'kysely'
import type { MessageId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import type { Schema } from '../../platform/database/schema.ts'

export type GapRow = Selectable<Schema['gaps']>

/** In the order in which they came up. */
export const selectGaps = (db: Reader): Promise<GapRow[]> => db.selectFrom('gaps').selectAll().orderBy('position').execute()

export const findGap = (db: Reader, id: MessageId): Promise<GapRow | undefined> =>
  db.selectFrom('gaps').selectAll().where('id', '=', id).executeTakeFirst()

export async function addGap(trx: Writer, { id, position, question }: Pick<GapRow, 'id' | 'position' | 'question'>): Promise<void> {
  const row: Insertable<Schema['gaps']> = { id, position, question, state: 'open', article_id: null, changed_by: null, changed_at: null }
  await trx
    .insertInto('gaps')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

export async function changeGap(
  trx: Writer,
  id: MessageId,
  change: Pick<GapRow, 'state' | 'article_id' | 'changed_by' | 'changed_at'>,
): Promise<void> {
  await trx.updateTable('gaps').set(change).where('id', '=', id).execute()
}
