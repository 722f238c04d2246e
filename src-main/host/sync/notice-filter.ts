// The filter of 个人中心 · 消息提示 over what this machine holds.
import type { Notice } from '@zhengna/contract/domain/notice.ts'
import { dayOf } from '@zhengna/contract/domain/working-time.ts'
import type { NoticeFilter } from '@zhengna/contract/host/notices.ts'

export function matchesNotice(filter: NoticeFilter, notice: Notice): boolean {
  const text = (filter.text ?? '').trim().toLowerCase()
  const day = dayOf(notice.at)
  return (
    (filter.kind === undefined || filter.kind === notice.kind) &&
    (filter.isUnread === undefined || filter.isUnread === (notice.readAt === null)) &&
    (filter.from === undefined || filter.from <= day) &&
    (filter.to === undefined || day <= filter.to) &&
    `${notice.title}\n${notice.text}`.toLowerCase().includes(text)
  )
}
