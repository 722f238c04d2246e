// 我的消息: what the tax side has to tell a taxpayer. Pushed, kept, read once.
import { Type, type Static } from 'typebox'
import { ArticleId, NoticeId } from '../ids.ts'
import { RecordPage } from './record-page.ts'

/** todo: 待办提醒, something is to be done; info: 消息提示. */
export const noticeKinds = ['todo', 'info'] as const
export type NoticeKind = (typeof noticeKinds)[number]
export const NoticeKind = Type.Unsafe<NoticeKind>(Type.Union(noticeKinds.map((k) => Type.Literal(k))))
export const noticeKindLabels: Record<NoticeKind, string> = { todo: '待办提醒', info: '消息提示' }

/** What it is about. */
export const noticeSubjects = [
  'answer-corrected',
  'answer-withdrawn',
  // 预约
  'appointment-booked',
  'appointment-proposed',
  'appointment-changed',
  'appointment-reminder',
  'appointment-invited',
  'appointment-missed',
  'slot-offered',
  // 留言, 工单
  'leave-message-replied',
  'leave-message-asked',
  'work-order-changed',
  'work-order-result',
  // 精准推送
  'pushed',
] as const
export type NoticeSubject = (typeof noticeSubjects)[number]
export const NoticeSubject = Type.Unsafe<NoticeSubject>(Type.Union(noticeSubjects.map((s) => Type.Literal(s))))

/** A question, to be asked again. `articleId` null: its article is gone, so it is asked as if it were typed. */
export const QuestionNoticeLink = Type.Object({
  /** What the button says. */
  label: Type.String(),
  question: Type.String(),
  articleId: Type.Union([ArticleId, Type.Null()]),
})
export type QuestionNoticeLink = Static<typeof QuestionNoticeLink>

/** A record in the personal centre, or a page outside. */
export const PageNoticeLink = Type.Union([
  Type.Object({ label: Type.String(), page: RecordPage, id: Type.String() }),
  Type.Object({ label: Type.String(), url: Type.String({ pattern: '^https://' }) }),
])
export type PageNoticeLink = Static<typeof PageNoticeLink>

/** Where its button leads. */
export const NoticeLink = Type.Union([QuestionNoticeLink, PageNoticeLink])
export type NoticeLink = Static<typeof NoticeLink>

export const asksAgain = (link: NoticeLink): link is QuestionNoticeLink => 'question' in link

export const Notice = Type.Object({
  id: NoticeId,
  kind: NoticeKind,
  subject: NoticeSubject,
  title: Type.String(),
  /** Markdown. */
  text: Type.String(),
  link: Type.Union([NoticeLink, Type.Null()]),
  at: Type.Integer({ description: 'milliseconds since 1970' }),
  readAt: Type.Union([Type.Integer(), Type.Null()]),
})
export type Notice = Static<typeof Notice>

export const UnreadNotices = Type.Object({ todo: Type.Integer({ minimum: 0 }), info: Type.Integer({ minimum: 0 }) })
export type UnreadNotices = Static<typeof UnreadNotices>
export const noneUnread: UnreadNotices = { todo: 0, info: 0 }

/** What a client compares with what it holds: another newest one, or another count, and something was missed. */
export const NoticeStanding = Type.Object({ newest: Type.Union([NoticeId, Type.Null()]), unread: UnreadNotices })
export type NoticeStanding = Static<typeof NoticeStanding>
