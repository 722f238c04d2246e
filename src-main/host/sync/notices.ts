// 我的消息: kept in the cache, pushed over the line, caught up with after it was down. Read here at once, told when there is a line.
import { noticeKinds, type Notice, type NoticeKind, type NoticeStanding, type UnreadNotices } from '@zhengna/contract/domain/notice.ts'
import type { NoticeFilter, NoticePage, NoticeSearch, NoticesView } from '@zhengna/contract/host/notices.ts'
import { readNotice } from '@zhengna/contract/http/notices.ts'
import type { NoticeId } from '@zhengna/contract/ids.ts'
import { fail, ok, type Result } from '@zhengna/contract/result.ts'
import type { PersonCache } from '../cache/cache.ts'
import type { Events } from '../events.ts'
import type { Fetch } from './inbox.ts'
import { pageOf as cut } from '../records/record-filter.ts'
import { matchesNotice } from './notice-filter.ts'
import { agrees, createNoticeHistory, isSame } from './notice-history.ts'

export interface Notices {
  view(): Promise<NoticesView>
  more(kind: NoticeKind, before: NoticeId): Promise<Result<NoticePage>>
  search(filter: NoticeFilter): Promise<NoticeSearch>
  /** null: there is no such notice. */
  read(id: NoticeId): Promise<Notice | null>
  /** The server says: new, or read on whatever device. */
  changed(notice: Notice, unread: UnreadNotices): void
  /** The line is up: what was missed comes, what was read here is told. */
  repair(standing: NoticeStanding): void
  /** The line is down. */
  stop(): void
}

const PAGE_SIZE = 20
const AGAIN_MS = 3_000
/** Once everything has come for the first time, what comes later is news. */
const SYNCED = 'notices.synced'

export function createNotices(cache: PersonCache, events: Events, fetch: Fetch, log: (line: string) => void): Notices {
  const history = createNoticeHistory(cache, fetch)
  let timer: NodeJS.Timeout | undefined
  let hasLine = false
  let tail: Promise<void> = Promise.resolve()

  /** One after the other, and not in the way of the conversation. */
  const inTurn = (work: () => Promise<void>): void => {
    tail = tail.then(work).catch((error: unknown) => log(`notices: ${error instanceof Error ? error.message : 'failed'}`))
  }
  const emit = async (notices: readonly Notice[], arrived: readonly NoticeId[]): Promise<void> =>
    events.emit('notices.changed', { notices, arrived, unread: await cache.unreadNotices() })

  const pageOf = async (kind: NoticeKind, before: NoticeId | null): Promise<NoticePage> => {
    const held = await cache.noticePage(kind, before, PAGE_SIZE + 1)
    const hasMore = held.length > PAGE_SIZE || ((await cache.oldestNotice()) !== null && !(await history.isWhole()))
    return { notices: held.slice(0, PAGE_SIZE), hasMore }
  }

  const catchUp = async (): Promise<void> => {
    const wasSynced = (await cache.mark(SYNCED)) !== null
    const { notices, fresh, failure } = await history.catchUp()
    const held = (await Promise.all(notices.map(({ id }) => cache.notice(id)))).filter((notice) => notice !== null)
    const news = held.filter(({ id, readAt }) => wasSynced && readAt === null && fresh.includes(id))
    if (held.length > 0)
      await emit(
        held,
        news.map(({ id }) => id),
      )
    if (failure && hasLine) timer = setTimeout(() => inTurn(catchUp), AGAIN_MS)
    if (!failure) await cache.setMark(SYNCED, 'yes')
  }

  const tell = async (): Promise<void> => {
    for (const id of await cache.untoldNotices()) {
      const reply = await fetch(readNotice, { params: { noticeId: id } })
      if (reply.ok) await cache.saveNotices([reply.value.notice])
      else if (reply.error.code === 'NOTICE_NOT_FOUND') await cache.noticeTold(id)
      // No line: the next welcome is the time to tell.
      else return
    }
  }

  return {
    async view() {
      const [todo, info] = await Promise.all(noticeKinds.map((kind) => pageOf(kind, null)))
      const empty: NoticePage = { notices: [], hasMore: false }
      return { pages: { todo: todo ?? empty, info: info ?? empty }, unread: await cache.unreadNotices() }
    },

    async more(kind, before) {
      for (;;) {
        const page = await pageOf(kind, before)
        if (page.notices.length === PAGE_SIZE || !page.hasMore) return ok(page)
        const failure = await history.goBack()
        if (failure) return page.notices.length > 0 ? ok(page) : fail(failure)
      }
    },

    async search(filter) {
      while (!(await history.isWhole())) if (await history.goBack()) break
      const found = (await cache.allNotices()).filter((notice) => matchesNotice(filter, notice))
      return { ...cut(found, filter), isWhole: await history.isWhole() }
    },

    async read(id) {
      const read = await cache.markNoticeRead(id, Date.now())
      if (!read) return cache.notice(id)
      await emit([read], [])
      inTurn(tell)
      return read
    },

    changed: (notice, unread) =>
      inTurn(async () => {
        const fresh = await cache.saveNotices([notice])
        const held = await cache.notice(notice.id)
        if (held) await emit([held], held.readAt === null ? fresh : [])
        if (!isSame((await cache.noticeStanding()).unread, unread)) await catchUp()
      }),

    repair(standing) {
      clearTimeout(timer)
      hasLine = true
      inTurn(async () => {
        if (agrees(await cache.noticeStanding(), standing)) await cache.setMark(SYNCED, 'yes')
        else await catchUp()
        await tell()
      })
    },

    stop() {
      hasLine = false
      clearTimeout(timer)
    },
  }
}
