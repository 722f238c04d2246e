// Sensitive words as rows.
import { sql, type Insertable, type Selectable } from 'kysely'
import type { GuardWordContent } from '@zhengna/contract/domain/guard-desk.ts'
import type { SensitiveCategory, SensitiveDirection, SensitiveWord } from '@zhengna/contract/domain/sensitive-word.ts'
import type { SensitiveWordId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import type { GuardWordTable } from '../../platform/database/schema.ts'

export type GuardWordRow = Selectable<GuardWordTable>

export interface WordFilter {
  readonly text?: string
  readonly category?: SensitiveCategory
  readonly direction?: SensitiveDirection
}

/** All that were not removed. */
export const selectWords = (db: Reader) => db.selectFrom('guard_words').where('is_removed', '=', 0)

export function matchingWords(db: Reader, { text = '', category, direction }: WordFilter) {
  let found = selectWords(db)
  if (category !== undefined) found = found.where('category', '=', category)
  if (direction !== undefined) found = found.where('direction', 'in', direction === 'both' ? ['both'] : [direction, 'both'])
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return found
  const pattern = `%${wanted.replace(/[\\%_]/g, '\\$&')}%`
  return found.where(
    sql<boolean>`(lower(word) like ${pattern} escape '\\' or lower(exceptions) like ${pattern} escape '\\' or lower(note) like ${pattern} escape '\\')`,
  )
}

export const findWord = (db: Reader, id: SensitiveWordId): Promise<GuardWordRow | undefined> =>
  selectWords(db).selectAll().where('id', '=', id).executeTakeFirst()

export const toWord = (row: Omit<GuardWordRow, 'is_removed' | 'changed_by' | 'changed_at'>): SensitiveWord => ({
  id: row.id,
  word: row.word,
  category: row.category,
  direction: row.direction,
  action: row.action,
  replacement: row.replacement,
  exceptions: JSON.parse(row.exceptions) as string[],
  isEnabled: row.is_enabled === 1,
  note: row.note,
})

/** The columns of a text; what is not of it is left out. */
export const columnsOf = (content: GuardWordContent) => ({
  word: content.word,
  category: content.category,
  direction: content.direction,
  action: content.action,
  replacement: content.replacement,
  exceptions: JSON.stringify(content.exceptions),
  note: content.note,
  is_enabled: content.isEnabled ? 1 : 0,
})

/** SQLite takes 32,766 parameters in a statement; 12 a row. */
const ROWS_PER_INSERT = 1_000

export async function insertWords(trx: Writer, rows: readonly Insertable<GuardWordTable>[]): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
    await trx
      .insertInto('guard_words')
      .values(rows.slice(start, start + ROWS_PER_INSERT))
      .execute()
  }
}
