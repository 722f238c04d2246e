// 我的消息: what the tax side has to tell a taxpayer. Pushed, kept, read once.
import { Type, type Static } from 'typebox'
import { ArticleId, NoticeId } from '../ids.ts'

/** todo: 待办提醒, something is to be done; info: 消息提示. */
export const noticeKinds = ['todo', 'info'] as const
export type NoticeKind = (typeof noticeKinds)[number]
export const NoticeKind = Type.Unsafe<NoticeKind>(Type.Union(noticeKinds.map((k) => Type.Literal(k))))
export const noticeKindLabels: Record<NoticeKind, string> = { todo: '待办提醒', info: '消息提示' }

/** What it is about; more kinds come with the features that send them. */
export const noticeSubjects = ['answer-corrected', 'answer-withdrawn'] as const
export type NoticeSubject = (typeof noticeSubjects)[number]
export const NoticeSubject = Type.Unsafe<NoticeSubject>(Type.Union(noticeSubjects.map((s) => Type.Literal(s))))

/** Where its link leads: a question, to be asked again. `articleId` null: its article is gone, so it is asked as if it were typed. */
export const NoticeLink = Type.Object({
  /** What the button says. */
  label: Type.String(),
  question: Type.String(),
  articleId: Type.Union([ArticleId, Type.Null()]),
})
export type NoticeLink = Static<typeof NoticeLink>

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
