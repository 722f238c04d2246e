// What each person wrote of late, a row a person: what the next message is judged with.
import type { PersonId } from '@zhengna/contract/ids.ts'
import type { Remembered } from '@zhengna/answering/harassment/judge.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'

export type Recents = Map<PersonId, Remembered[]>

const STATEMENT_MAX = 5_000
/** SQLite takes 32,766 parameters in a statement; 2 a row. */
const ROWS_PER_INSERT = 5_000

export async function loadRecents(db: Reader, personIds: readonly PersonId[]): Promise<Recents> {
  const recents: Recents = new Map()
  for (let start = 0; start < personIds.length; start += STATEMENT_MAX) {
    const rows = await db
      .selectFrom('harassment_recents')
      .selectAll()
      .where('person_id', 'in', personIds.slice(start, start + STATEMENT_MAX))
      .execute()
    for (const { person_id, messages } of rows) recents.set(person_id, JSON.parse(messages) as Remembered[])
  }
  return recents
}

export async function saveRecents(trx: Writer, recents: Recents): Promise<void> {
  const rows = [...recents].map(([person_id, messages]) => ({ person_id, messages: JSON.stringify(messages) }))
  for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
    await trx
      .insertInto('harassment_recents')
      .values(rows.slice(start, start + ROWS_PER_INSERT))
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet((eb) => ({ messages: eb.ref('excluded.messages') })))
      .execute()
  }
}
