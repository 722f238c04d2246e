// Favourites as rows: one for every answer that was ever kept, with its last toggle.
import { sql, type Selectable } from 'kysely'
import { favouriteSearchTerm, favouriteSearchText, type Favourite, type FavouriteChange } from '@zhengna/contract/domain/favourite.ts'
import type { MessageId, PersonId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import type { FavouriteTable } from '../../platform/database/schema.ts'

export interface FavouriteSearch {
  /** '' for all. */
  readonly search: string
  /** From 1. */
  readonly page: number
  readonly pageSize: number
}

/** The last kept first. */
export async function selectKept(
  db: Reader,
  personId: PersonId,
  { search, page, pageSize }: FavouriteSearch,
): Promise<{ items: Favourite[]; total: number }> {
  const found = keptOf(db, personId, search)
  const { total } = await found.select((eb) => eb.fn.countAll<number | string>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .select('content')
    .orderBy('kept_at', 'desc')
    .orderBy('message_id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return { items: rows.flatMap(({ content }) => toFavourite(content) ?? []), total: Number(total) }
}

export async function countKept(db: Reader, personId: PersonId): Promise<number> {
  const { total } = await keptOf(db, personId, '')
    .select((eb) => eb.fn.countAll<number | string>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

function keptOf(db: Reader, personId: PersonId, search: string) {
  const found = db.selectFrom('favourites').where('person_id', '=', personId).where('is_kept', '=', 1)
  const term = favouriteSearchTerm(search)
  if (term === '') return found
  const pattern = `%${term.replace(/[\\%_]/g, '\\$&')}%`
  return found.where(sql<boolean>`favourites.search_text like ${pattern} escape '\\'`)
}

/** In the order of revisions. */
export async function selectChanges(db: Reader, personId: PersonId, after: number, limit: number): Promise<FavouriteChange[]> {
  const later = db.selectFrom('favourites').selectAll().where('person_id', '=', personId).where('revision', '>', after)
  return (await later.orderBy('revision').limit(limit).execute()).map(toChange)
}

/** 0 before the first. */
export async function newestRevision(db: Reader, personId: PersonId): Promise<number> {
  const last = await db
    .selectFrom('favourites')
    .select('revision')
    .where('person_id', '=', personId)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.revision ?? 0
}

export async function findToggle(db: Reader, id: MessageId): Promise<FavouriteChange | null> {
  const row = await db.selectFrom('favourites').selectAll().where('message_id', '=', id).executeTakeFirst()
  return row ? toChange(row) : null
}

export async function saveToggle(
  trx: Writer,
  personId: PersonId,
  { messageId, questionId, favourite, toggledAt, revision }: FavouriteChange,
): Promise<void> {
  const state = {
    is_kept: favourite ? 1 : 0,
    toggled_at: toggledAt,
    revision,
    kept_at: favourite?.keptAt ?? null,
    content: favourite && JSON.stringify(favourite),
    search_text: favourite ? favouriteSearchText(favourite) : '',
  }
  await trx
    .insertInto('favourites')
    .values({ message_id: messageId, question_id: questionId, person_id: personId, ...state })
    .onConflict((conflict) => conflict.column('message_id').doUpdateSet(state))
    .execute()
}

function toChange(row: Selectable<FavouriteTable>): FavouriteChange {
  return {
    messageId: row.message_id,
    questionId: row.question_id,
    revision: row.revision,
    toggledAt: row.toggled_at,
    favourite: toFavourite(row.content),
  }
}

const toFavourite = (content: string | null): Favourite | null => (content === null ? null : (JSON.parse(content) as Favourite))
