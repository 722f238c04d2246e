// What a change of the knowledge base does to a question of the regression set. Pure.
import type { HostReply } from '@zhengna/contract/host/index.ts'

export type Regression = HostReply<'editing.runRegression'>
export type Change = Regression['changes'][number]

/** moved: another result, as right or as wrong as before. */
export const outcomes = ['worsened', 'improved', 'moved'] as const
export type Outcome = (typeof outcomes)[number]

export function outcomeOf({ now, then }: Change): Outcome {
  if (now.isRight === then.isRight) return 'moved'
  return then.isRight ? 'improved' : 'worsened'
}

export function byOutcome(changes: readonly Change[]): Record<Outcome, readonly Change[]> {
  const of = (outcome: Outcome) => changes.filter((change) => outcomeOf(change) === outcome)
  return { worsened: of('worsened'), improved: of('improved'), moved: of('moved') }
}
