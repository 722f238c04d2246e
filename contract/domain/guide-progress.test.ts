import { expect, it } from 'vitest'
import { guideMoves, placeIn, walkGuide, type GuidePlace } from './guide-progress.ts'

const at = (step: number, isDone = false): GuidePlace => ({ step, isDone })
const count = 3
const table: [GuidePlace | null, Partial<Record<(typeof guideMoves)[number], GuidePlace>>][] = [
  [null, { begin: at(0) }],
  [at(0), { next: at(1) }],
  [at(1), { next: at(2), back: at(0) }],
  [at(2), { back: at(1), finish: at(2, true) }],
  [at(2, true), { begin: at(0) }],
]

it.each(table)('from %j a guide of three steps goes on as the table says', (place, moves) => {
  expect(guideMoves.map((move) => walkGuide(place, move, count))).toEqual(guideMoves.map((move) => moves[move] ?? null))
})

it('one who stood past the end of a guide that grew shorter stands at its last step', () => {
  expect(placeIn(at(5), count)).toEqual(at(2))
})
