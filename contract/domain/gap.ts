// Questions the bot failed, grouped by meaning: what editors should write next.
import { Type, type Static } from 'typebox'
import { ArticleId, MessageId } from '../ids.ts'
import { VoteReason } from './vote.ts'

/** unanswered: no direct answer and none picked afterwards; disliked: answered, and voted 无用. */
export const failureKinds = ['unanswered', 'disliked'] as const
export type FailureKind = (typeof failureKinds)[number]
export const FailureKind = Type.Unsafe<FailureKind>(Type.Union(failureKinds.map((k) => Type.Literal(k))))
export const failureKindLabels: Record<FailureKind, string> = { unanswered: '无人答复', disliked: '无用' }

/** open: nobody took it up; drafted: an article is being written; dismissed: not to be written. */
export const gapStates = ['open', 'drafted', 'dismissed'] as const
export type GapState = (typeof gapStates)[number]
export const GapState = Type.Unsafe<GapState>(Type.Union(gapStates.map((s) => Type.Literal(s))))
export const gapStateLabels: Record<GapState, string> = { open: '待处理', drafted: '已起草', dismissed: '不处理' }

export const GapQuestion = Type.Object({
  messageId: MessageId,
  /** Long numbers masked. */
  text: Type.String(),
  at: Type.Integer(),
  kind: FailureKind,
  reason: Type.Union([VoteReason, Type.Null()]),
  remark: Type.String(),
})
export type GapQuestion = Static<typeof GapQuestion>

export const Gap = Type.Object({
  /** The message of its first question: stays the same while the group grows. */
  id: MessageId,
  /** The question nearest to all others. */
  question: Type.String(),
  /** How often it was asked, and by how many people. */
  count: Type.Integer({ minimum: 1 }),
  people: Type.Integer({ minimum: 1 }),
  disliked: Type.Integer({ minimum: 0 }),
  lastAt: Type.Integer(),
  state: GapState,
  /** The article drafted for it, or the one that was disliked most. */
  articleId: Type.Union([ArticleId, Type.Null()]),
  /** Newest first, at most 20. */
  questions: Type.Array(GapQuestion),
})
export type Gap = Static<typeof Gap>
