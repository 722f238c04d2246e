// 我的消息 at the taxpayer's window: from the cache, so that they show with no line and after a restart.
import { Type, type Static } from 'typebox'
import { Day } from '../domain/day.ts'
import { NoticeKind, type Notice, type UnreadNotices } from '../domain/notice.ts'
import { paging } from '../http/paging.ts'
import { NoticeId } from '../ids.ts'
import { event, request } from './channel.ts'

export interface NoticePage {
  /** Newest first. */
  readonly notices: readonly Notice[]
  readonly hasMore: boolean
}

export interface NoticesView {
  readonly pages: Readonly<Record<NoticeKind, NoticePage>>
  readonly unread: UnreadNotices
}

/** 个人中心 · 消息提示. `text`: of title or text, in part; `from`, `to`: both belong to it. */
export const NoticeFilter = Type.Object({
  ...paging,
  kind: Type.Optional(NoticeKind),
  isUnread: Type.Optional(Type.Boolean()),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  text: Type.Optional(Type.String({ maxLength: 100 })),
})
export type NoticeFilter = Static<typeof NoticeFilter>

export interface NoticeSearch {
  /** Newest first. */
  readonly items: readonly Notice[]
  readonly total: number
  /** False: there is no line, and older ones may not be on this machine. */
  readonly isWhole: boolean
}

const taxpayer = ['taxpayer'] as const

export const noticeRequests = {
  /** The first page of either kind. */
  'notices.open': request<NoticesView>()(Type.Object({}), taxpayer),
  /** Those before the given one; from the server where this machine has no more. */
  'notices.more': request<NoticePage>()(Type.Object({ kind: NoticeKind, before: NoticeId }), taxpayer),
  /** All there are, once their history has come to this machine. */
  'notices.search': request<NoticeSearch>()(NoticeFilter, taxpayer),
  /** Shown as read at once, told to the server when there is a line. Errors: NOTICE_NOT_FOUND. */
  'notices.read': request<Notice>()(Type.Object({ noticeId: NoticeId }), taxpayer),
}

export const noticeEvents = {
  /** New or changed ones (upsert by id), how many are unread now, and which of them are news to this person. */
  'notices.changed': event<{
    readonly notices: readonly Notice[]
    readonly unread: UnreadNotices
    readonly arrived: readonly NoticeId[]
  }>(),
}
