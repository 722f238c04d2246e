// A page of notices that grows at both ends. Pure.
import type { Notice } from '@zhengna/contract/domain/notice.ts'
import type { NoticePage } from '@zhengna/contract/host/notices.ts'

export const emptyPage: NoticePage = { notices: [], hasMore: false }

/** New or changed ones. What lies further back than the page reaches is left to 「查看更早的消息」: shown alone, there would be a hole before it. */
export function withChanges(page: NoticePage, changed: readonly Notice[]): NoticePage {
  const oldest = page.notices.at(-1)?.id ?? ''
  const reached = changed.filter(({ id }) => !page.hasMore || id >= oldest)
  return reached.length === 0 ? page : { ...page, notices: merge(page.notices, reached) }
}

/** The page that follows. */
export const withOlder = (page: NoticePage, older: NoticePage): NoticePage => ({
  notices: merge(older.notices, page.notices),
  hasMore: older.hasMore,
})

/** `over` wins. Newest first: ids follow time. */
function merge(base: readonly Notice[], over: readonly Notice[]): readonly Notice[] {
  const byId = new Map([...base, ...over].map((notice) => [notice.id, notice]))
  return [...byId.values()].sort((a, b) => (a.id < b.id ? 1 : -1))
}
