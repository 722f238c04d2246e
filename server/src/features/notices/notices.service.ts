// What the tax side tells a person: kept, pushed, read once. Who is told what is decided by those who send.
import { uuidv7 } from 'uuidv7'
import { isUnread, noneUnread, type Notice, type NoticeStanding, type UnreadNotices } from '@zhengna/contract/domain/notice.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { NoticeId, PersonId, PushId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Clock } from '../../platform/clock.ts'
import type { AfterCommit, Database, Writer } from '../../platform/database/database.ts'
import {
  countUnread,
  countUnreadOf,
  findNotice,
  lastWithdrawnAt,
  selectNotices,
  toNotice,
  type NoticeRange,
  type NoticeRow,
} from './notices.store.ts'

/** What everybody told hears in the same words. */
export type Announcement = Omit<Notice, 'id' | 'at' | 'readAt' | 'withdrawnAt'> & {
  /** Names what it is about: nobody is told it a second time. */
  readonly dedupeKey: string
  /** It can be withdrawn by it. */
  readonly pushId?: PushId
}

export interface Notices {
  list(caller: Caller, range: NoticeRange): Promise<{ notices: Notice[]; unread: UnreadNotices }>
  standing(personId: PersonId): Promise<NoticeStanding>
  /** Reading again changes nothing. Errors: NOTICE_NOT_FOUND. */
  read(caller: Caller, id: NoticeId): Promise<{ notice: Notice; unread: UnreadNotices }>
  /** Inside another's transaction; pushed after it. Returns how many were told: those told before are not. */
  tell(trx: Writer, after: AfterCommit, people: readonly PersonId[], announcement: Announcement, now: number): Promise<number>
  /**
   * Takes at most `limit` of a push's notices back, inside another's transaction; pushed after it. Returns how many there were:
   * fewer than `limit` were the last.
   */
  withdraw(trx: Writer, after: AfterCommit, pushId: PushId, limit: number, now: number): Promise<number>
}

export interface NoticeParts {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
  /** One of a push was read for the first time, in that transaction. */
  readonly pushRead?: (trx: Writer, pushId: PushId) => Promise<void>
}

/** SQLite takes 32,766 parameters in a statement; 11 a row. */
const ROWS_PER_INSERT = 1_000

export function createNotices({ database, bus, clock, pushRead }: NoticeParts): Notices {
  /** Each to whom it belongs, with what they have unread then. */
  const tellDevices = async (trx: Writer, after: AfterCommit, rows: readonly NoticeRow[]): Promise<void> => {
    const unread = await countUnreadOf(
      trx,
      rows.map(({ person_id }) => person_id),
    )
    after(() => {
      for (const row of rows)
        bus.publish('notice.changed', {
          personId: row.person_id,
          notice: toNotice(row),
          unread: unread.get(row.person_id) ?? noneUnread,
        })
    })
  }
  const tellSome = async (
    trx: Writer,
    after: AfterCommit,
    people: readonly PersonId[],
    { dedupeKey, pushId, link, ...words }: Announcement,
    now: number,
  ): Promise<number> => {
    const rows = people.map((person_id) => ({
      id: uuidv7() as NoticeId,
      person_id,
      ...words,
      link: link && JSON.stringify(link),
      at: now,
      read_at: null,
      dedupe_key: dedupeKey,
      push_id: pushId ?? null,
    }))
    const told = await trx
      .insertInto('notices')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['person_id', 'dedupe_key']).doNothing())
      .returningAll()
      .execute()
    await tellDevices(trx, after, told)
    return told.length
  }

  return {
    async list({ personId }, range) {
      const [notices, unread] = await Promise.all([selectNotices(database.reader, personId, range), countUnread(database.reader, personId)])
      return { notices, unread }
    },

    async standing(personId) {
      const db = database.reader
      const [newest] = await selectNotices(db, personId, { limit: 1 })
      return { newest: newest?.id ?? null, unread: await countUnread(db, personId), withdrawnAt: await lastWithdrawnAt(db, personId) }
    },

    read: ({ personId }, id) =>
      database.write(async (trx, after) => {
        const held = await findNotice(trx, personId, id)
        if (!held) throw new DomainError('NOTICE_NOT_FOUND')
        if (!isUnread(held)) return { notice: held, unread: await countUnread(trx, personId) }
        const notice: Notice = { ...held, readAt: clock.now() }
        const { push_id } = await trx
          .updateTable('notices')
          .set({ read_at: notice.readAt })
          .where('id', '=', id)
          .returning('push_id')
          .executeTakeFirstOrThrow()
        if (push_id) await pushRead?.(trx, push_id)
        const unread = await countUnread(trx, personId)
        after(() => bus.publish('notice.changed', { personId, notice, unread }))
        return { notice, unread }
      }),

    async tell(trx, after, people, announcement, now) {
      let told = 0
      for (let start = 0; start < people.length; start += ROWS_PER_INSERT)
        told += await tellSome(trx, after, people.slice(start, start + ROWS_PER_INSERT), announcement, now)
      return told
    },

    async withdraw(trx, after, pushId, limit, now) {
      const ids = trx
        .selectFrom('notices')
        .select('id')
        .where('push_id', '=', pushId)
        .where('withdrawn_at', 'is', null)
        .orderBy('id')
        .limit(limit)
      const withdrawn = await trx.updateTable('notices').set({ withdrawn_at: now }).where('id', 'in', ids).returningAll().execute()
      if (withdrawn.length > 0) await tellDevices(trx, after, withdrawn)
      return withdrawn.length
    },
  }
}
