// 有用 / 无用: one vote an answer, by the taxpayer who got it.
import { Type, type Static } from 'typebox'
import { MessageId } from '../ids.ts'
import type { MessageBody } from './message.ts'

export const voteReasons = ['beside-the-point', 'wrong', 'other'] as const
export type VoteReason = (typeof voteReasons)[number]
export const VoteReason = Type.Unsafe<VoteReason>(Type.Union(voteReasons.map((r) => Type.Literal(r))))
export const voteReasonLabels: Record<VoteReason, string> = { 'beside-the-point': '答非所问', wrong: '答案错误', other: '其他' }

/** `reason` null: 有用; a reason: 无用, and why. */
export const Vote = Type.Object({
  isUseful: Type.Boolean(),
  reason: Type.Union([VoteReason, Type.Null()]),
})
export type Vote = Static<typeof Vote>

/** 无用 says why, 有用 has nothing to explain. */
export const isWhole = ({ isUseful, reason }: Vote): boolean => isUseful === (reason === null)

/** Direct answers take a vote; hints, options and small talk do not. */
export const takesVote = (body: MessageBody): boolean => body.kind === 'answer' && body.answer.decision === 'answer'

/** A vote and the answer it was given on. */
export const VotedAnswer = Type.Object({ messageId: MessageId, vote: Vote })
export type VotedAnswer = Static<typeof VotedAnswer>
