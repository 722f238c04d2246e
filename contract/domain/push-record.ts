// A push as its office sees it: what it says, to whom, and what became of it.
import { Type, type Static } from 'typebox'
import { ArticleId, OfficeId, PushId } from '../ids.ts'
import { limits } from '../limits.ts'
import { NoticeKind } from './notice.ts'
import { NoticePlace } from './notice-place.ts'
import { PushAudience } from './push-audience.ts'
import { PushEvent, PushState } from './push.ts'
import { TagCount } from './taxpayer-tag.ts'

const moment = Type.Integer({ description: 'milliseconds since 1970' })
const nullable = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()])

/** What its button opens: a place in the taxpayer's window, an answer of the knowledge base, or an address outside. */
export const PushLink = Type.Union([
  Type.Object({ to: Type.Literal('place'), place: NoticePlace }),
  /** `question`: as the knowledge base has it; what a client says of it is not believed. */
  Type.Object({ to: Type.Literal('article'), articleId: ArticleId, question: Type.String({ maxLength: 500 }) }),
  Type.Object({ to: Type.Literal('web'), url: Type.String({ pattern: '^https://', maxLength: limits.pushUrlMaxLength }) }),
])
export type PushLink = Static<typeof PushLink>

/** What is written. Twice the limit passes, so that what is a little too long gets the message that says so. */
export const PushContent = Type.Object({
  kind: NoticeKind,
  title: Type.String({ maxLength: limits.pushTitleMaxLength * 2 }),
  /** Markdown. */
  text: Type.String({ maxLength: limits.pushTextMaxLength * 2 }),
  link: nullable(PushLink),
  audience: PushAudience,
})
export type PushContent = Static<typeof PushContent>

export const PushStep = Type.Object({
  at: moment,
  event: PushEvent,
  /** By name; null: the system. */
  by: nullable(Type.String()),
  /** Why, or for when; '' for none. */
  text: Type.String(),
})
export type PushStep = Static<typeof PushStep>

export const PushSummary = Type.Object({
  id: PushId,
  state: PushState,
  kind: NoticeKind,
  title: Type.String(),
  /** Whose it is; null: an administrator's, of all offices. */
  officeId: nullable(OfficeId),
  createdBy: Type.String(),
  changedAt: moment,
  /** When it is to go out; null: it was sent by hand, or nobody has said when. */
  sendAt: nullable(moment),
  /** When it began to go out. */
  sentAt: nullable(moment),
  /** For how many it was when it began to go out. */
  addressed: Type.Integer({ minimum: 0 }),
  /** How many have it in 我的消息. */
  told: Type.Integer({ minimum: 0 }),
  /** Of them, how many have opened it. */
  read: Type.Integer({ minimum: 0 }),
})
export type PushSummary = Static<typeof PushSummary>

export const Push = Type.Object({
  ...PushSummary.properties,
  ...PushContent.properties,
  /** Raised with every change; whoever changes it names the one they saw. */
  lock: Type.Integer({ minimum: 1 }),
  /** It is withdrawn, and has not left everybody's list yet. */
  isWithdrawing: Type.Boolean(),
  steps: Type.Array(PushStep),
})
export type Push = Static<typeof Push>

/** How many a push would reach now, and some of them, masked. */
export const PushPreview = Type.Object({
  count: Type.Integer({ minimum: 0 }),
  sample: Type.Array(Type.Object({ name: Type.String(), taxpayerNumber: Type.String(), officeName: Type.String() })),
})
export type PushPreview = Static<typeof PushPreview>

/** What its conditions can be chosen from. */
export const PushChoices = Type.Object({
  offices: Type.Array(Type.Object({ id: OfficeId, name: Type.String() })),
  tags: Type.Array(TagCount),
})
export type PushChoices = Static<typeof PushChoices>
