// Notices as rows.
import type { Selectable } from 'kysely'
import { noneUnread, type Notice, type NoticeKind, type NoticeLink, type UnreadNotices } from '@zhengna/contract/domain/notice.ts'
import type { NoticeId, PersonId } from '@zhengna/contract/ids.ts'
import type { Reader } from '../../platform/database/database.ts'
import type { NoticeTable } from '../../platform/database/schema.ts'

export type NoticeRow = Selectable<NoticeTable>

export interface NoticeRange {
  readonly kind?: NoticeKind | undefined
  /** Only those older than it. */
  readonly before?: NoticeId | undefined
  /** Only those withdrawn then or later. */
  readonly withdrawnSince?: number | undefined
  readonly limit: number
}

/** Newest first: ids are made in the order of telling. */
export async function selectNotices(
  db: Reader,
  personId: PersonId,
  { kind, before, withdrawnSince, limit }: NoticeRange,
): Promise<Notice[]> {
  let query = db.selectFrom('notices').selectAll().where('person_id', '=', personId)
  if (kind) query = query.where('kind', '=', kind)
  if (before) query = query.where('id', '<', before)
  if (withdrawnSince !== undefined) query = query.where('withdrawn_at', 'is not', null).where('withdrawn_at', '>=', withdrawnSince)
  return (await query.orderBy('id', 'desc').limit(limit).execute()).map(toNotice)
}

/** Newest first. */
export async function selectUnread(db: Reader, personId: PersonId, limit: number): Promise<Notice[]> {
  const unread = db
    .selectFrom('notices')
    .selectAll()
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .where('withdrawn_at', 'is', null)
  return (await unread.orderBy('id', 'desc').limit(limit).execute()).map(toNotice)
}

/** null: none of theirs ever was. */
export async function lastWithdrawnAt(db: Reader, personId: PersonId): Promise<number | null> {
  const { last } = await db
    .selectFrom('notices')
    .select((eb) => eb.fn.max('withdrawn_at').as('last'))
    .where('person_id', '=', personId)
    .where('withdrawn_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return last
}

export async function findNotice(db: Reader, personId: PersonId, id: NoticeId): Promise<Notice | undefined> {
  const row = await db.selectFrom('notices').selectAll().where('id', '=', id).where('person_id', '=', personId).executeTakeFirst()
  return row && toNotice(row)
}

export async function countUnread(db: Reader, personId: PersonId): Promise<UnreadNotices> {
  return (await countUnreadOf(db, [personId])).get(personId) ?? noneUnread
}

/** Those who have none are not in it. */
export async function countUnreadOf(db: Reader, personIds: readonly PersonId[]): Promise<Map<PersonId, UnreadNotices>> {
  const rows = await db
    .selectFrom('notices')
    .select((eb) => ['person_id', 'kind', eb.fn.countAll<number | string>().as('count')])
    .where('person_id', 'in', personIds)
    .where('read_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .groupBy(['person_id', 'kind'])
    .execute()
  const counts = new Map<PersonId, UnreadNotices>()
  for (const { person_id, kind, count } of rows) counts.set(person_id, { ...(counts.get(person_id) ?? noneUnread), [kind]: Number(count) })
  return counts
}

/** Of a withdrawn one the title is left: what was wrong is to be read nowhere any more. */
export function toNotice({ id, kind, subject, title, text, link, at, read_at, withdrawn_at }: NoticeRow): Notice {
  const isWithdrawn = withdrawn_at !== null
  return {
    id,
    kind,
    subject,
    title,
    text: isWithdrawn ? '' : text,
    link: link === null || isWithdrawn ? null : (JSON.parse(link) as NoticeLink),
    at,
    readAt: read_at,
    withdrawnAt: withdrawn_at,
  }
}
