// 我的消息 at the taxpayer's window: from the cache, so that they show with no line and after a restart.
import { Type } from 'typebox'
import { NoticeKind, type Notice, type UnreadNotices } from '../domain/notice.ts'
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

const taxpayer = ['taxpayer'] as const

export const noticeRequests = {
  /** The first page of either kind. */
  'notices.open': request<NoticesView>()(Type.Object({}), taxpayer),
  /** Those before the given one; from the server where this machine has no more. */
  'notices.more': request<NoticePage>()(Type.Object({ kind: NoticeKind, before: NoticeId }), taxpayer),
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
