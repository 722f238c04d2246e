// 有用 / 无用: one vote an answer, by the taxpayer who got it.
import { Type, type Static } from 'typebox'

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
