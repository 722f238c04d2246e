// How far somebody has come in a guide that an answer brought. Kept on their own machine alone.
//
//   (none) ──begin──▶ step 0 ⇄ step n ──finish──▶ done ──begin──▶ step 0
import { Type, type Static } from 'typebox'

export const GuideMark = Type.Object({
  /** Which part of the answer is the guide. */
  part: Type.Integer({ minimum: 0, maximum: 99 }),
  /** From 0. */
  step: Type.Integer({ minimum: 0, maximum: 999 }),
  isDone: Type.Boolean(),
})
export type GuideMark = Static<typeof GuideMark>

export type GuidePlace = Pick<GuideMark, 'step' | 'isDone'>

export const guideMoves = ['begin', 'next', 'back', 'finish'] as const
export type GuideMove = (typeof guideMoves)[number]

/** null: the move is not to be had there. `count`: how many steps there are. */
export function walkGuide(place: GuidePlace | null, move: GuideMove, count: number): GuidePlace | null {
  if (move === 'begin') return place === null || place.isDone ? { step: 0, isDone: false } : null
  if (place === null || place.isDone) return null
  const { step } = place
  if (move === 'next') return step < count - 1 ? { step: step + 1, isDone: false } : null
  if (move === 'back') return step > 0 ? { step: step - 1, isDone: false } : null
  return step === count - 1 ? { step, isDone: true } : null
}

/** Where one stands in a guide that may have fewer steps by now. */
export const placeIn = ({ step, isDone }: GuidePlace, count: number): GuidePlace => ({ step: Math.min(step, count - 1), isDone })
