// Notices as the server has them, page after page from the newest: to catch up with what was missed, or to go further back.
// What is held is whole from the newest to the oldest, and nothing older is unread, so that counts need no server.
import type { Notice, NoticeStanding, UnreadNotices } from '@zhengna/contract/domain/notice.ts'
import { listNotices } from '@zhengna/contract/http/notices.ts'
import type { Reply } from '@zhengna/contract/http/route.ts'
import type { NoticeId } from '@zhengna/contract/ids.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import type { PersonCache } from '../cache/cache.ts'
import type { Fetch } from './inbox.ts'

export interface CaughtUp {
  /** All that came, new or not. */
  readonly notices: readonly Notice[]
  /** Those not held before. */
  readonly fresh: readonly NoticeId[]
  /** Why it is not finished; null where it is. */
  readonly failure: Failure | null
}

export interface NoticeHistory {
  /** From the newest back to where nothing is missing any more. */
  catchUp(): Promise<CaughtUp>
  /** What was withdrawn since the last time this was asked, of those that are held. `upTo`: the last withdrawal the server knows of. */
  takeBack(upTo: number | null): Promise<Omit<CaughtUp, 'fresh'>>
  /** One page further back than what is held. */
  goBack(): Promise<Failure | null>
  /** True when the oldest one there is has come. */
  isWhole(): Promise<boolean>
}

const PAGE_SIZE = 100
const WHOLE = 'notices.whole'
/** The last withdrawal that was caught up with. One that comes over the line is not counted: the one before it may have been missed. */
const WITHDRAWN = 'notices.withdrawn'

export function createNoticeHistory(cache: PersonCache, fetch: Fetch): NoticeHistory {
  const page = async (before: NoticeId | null) => {
    const reply = await fetch(listNotices, { query: { limit: PAGE_SIZE, ...(before && { before }) } })
    if (!reply.ok) return { failure: reply.error }
    const { notices, unread } = reply.value
    const fresh = await cache.saveNotices(notices)
    const isLast = notices.length < PAGE_SIZE
    if (isLast) await cache.setMark(WHOLE, 'yes')
    return { failure: null, notices, unread, fresh, isLast }
  }

  const withdrawn = (withdrawnSince: number, before: NoticeId | null): Promise<Result<Reply<typeof listNotices>>> =>
    fetch(listNotices, { query: { withdrawnSince, limit: PAGE_SIZE, ...(before && { before }) } })

  return {
    async catchUp() {
      const notices: Notice[] = []
      const fresh: NoticeId[] = []
      const heldNone = (await cache.oldestNotice()) === null
      for (let before: NoticeId | null = null; ;) {
        const came = await page(before)
        if (came.failure) return { notices, fresh, failure: came.failure }
        notices.push(...came.notices)
        fresh.push(...came.fresh)
        // Else there would be a hole between what came and what was held.
        const meetsHeld = heldNone || came.fresh.length < came.notices.length
        if (came.isLast || (meetsHeld && isSame((await cache.noticeStanding()).unread, came.unread))) {
          return { notices, fresh, failure: null }
        }
        before = came.notices.at(-1)?.id ?? null
      }
    },
    async takeBack(upTo) {
      const known = await cache.mark(WITHDRAWN)
      const notices: Notice[] = []
      if (upTo === null || String(upTo) === known) return { notices, failure: null }
      for (let before: NoticeId | null = null, isLast = false; !isLast;) {
        const came = await withdrawn(Number(known ?? 0), before)
        if (!came.ok) return { notices, failure: came.error }
        // Those further back than what is held would stand beyond a hole.
        for (const notice of came.value.notices) if (await cache.notice(notice.id)) notices.push(notice)
        before = came.value.notices.at(-1)?.id ?? null
        isLast = came.value.notices.length < PAGE_SIZE
      }
      await cache.saveNotices(notices)
      await cache.setMark(WITHDRAWN, String(upTo))
      return { notices, failure: null }
    },
    async goBack() {
      return (await page(await cache.oldestNotice())).failure
    },
    isWhole: async () => (await cache.mark(WHOLE)) !== null,
  }
}

export const isSame = (one: UnreadNotices, other: UnreadNotices): boolean => one.todo === other.todo && one.info === other.info

/** False where the server has something else than what is held. */
export const agrees = (held: Omit<NoticeStanding, 'withdrawnAt'>, served: NoticeStanding): boolean =>
  held.newest === served.newest && isSame(held.unread, served.unread)
