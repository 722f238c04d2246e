// What was met: a row for each word in a text, however often it stands there. Never a piece of the text itself.
import type { Insertable } from 'kysely'
import type { GuardDirection, GuardHit } from '@zhengna/contract/domain/sensitive-word.ts'
import type { ConversationId, PersonId, SensitiveWordId } from '@zhengna/contract/ids.ts'
import type { Writer } from '../../platform/database/database.ts'
import type { GuardHitTable } from '../../platform/database/schema.ts'

export type NewHit = Insertable<GuardHitTable>

export interface HitsOf {
  readonly hits: readonly GuardHit[]
  readonly at: number
  readonly direction: GuardDirection
  readonly conversationId: ConversationId | null
  readonly personId: PersonId | null
  readonly isConfirmed?: boolean
}

export function toHitRows(
  { hits, at, direction, conversationId, personId, isConfirmed }: HitsOf,
  labelOf: (id: SensitiveWordId) => string,
): NewHit[] {
  const rows = new Map<SensitiveWordId, NewHit>()
  for (const { wordId, category, action } of hits) {
    rows.set(wordId, {
      at,
      direction,
      category,
      word_id: wordId,
      word: labelOf(wordId),
      action,
      is_confirmed: isConfirmed && action === 'warn' ? 1 : 0,
      hits: (rows.get(wordId)?.hits ?? 0) + 1,
      conversation_id: conversationId,
      person_id: personId,
    })
  }
  return [...rows.values()]
}

/** SQLite takes 32,766 parameters in a statement; 10 a row. */
const ROWS_PER_INSERT = 1_000

export async function insertHits(trx: Writer, rows: readonly NewHit[]): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
    await trx
      .insertInto('guard_hits')
      .values(rows.slice(start, start + ROWS_PER_INSERT))
      .execute()
  }
}
