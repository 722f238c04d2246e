import { expect, it } from 'vitest'
import { abandoned, answeredInTime, averageWaitMs, connectedInTime, percentOf, repliedInTime, type Ask } from './yardstick.ts'

const at = 1_000_000
const now = at + 600_000
const served = (waitMs: number, repliedAfterMs: number | null = waitMs): Ask => ({
  askedAt: at,
  closedAt: at + waitMs,
  isServed: true,
  repliedAt: repliedAfterMs === null ? null : at + repliedAfterMs,
})
const gaveUp = (afterMs: number): Ask => ({ askedAt: at, closedAt: at + afterMs, isServed: false, repliedAt: null })
const waits = (sinceMs: number): Ask => ({ askedAt: now - sinceMs, closedAt: null, isServed: false, repliedAt: null })

it('connected within 15 s counts the 15th second, and is counted over those who gave up too', () => {
  expect(connectedInTime([served(15_000), served(15_001), gaveUp(3_000)], now)).toEqual({ met: 1, of: 3 })
})

it('who waits is in the rate when the 15 s are over, and not before', () => {
  expect(connectedInTime([waits(15_000)], now)).toEqual({ met: 0, of: 0 })
  expect(connectedInTime([waits(15_001)], now)).toEqual({ met: 0, of: 1 })
})

it('a reply within 3 min counts from asking, not from being connected; who was served without a word is a miss', () => {
  expect(repliedInTime([served(170_000, 180_000), served(170_000, 181_000), served(5_000, null), gaveUp(1_000)], now)).toEqual({
    met: 1,
    of: 4,
  })
  expect(repliedInTime([{ ...waits(60_000), isServed: true, closedAt: now }], now)).toEqual({ met: 0, of: 0 })
})

it('abandoned are those who gave up, of all who do not wait any more', () => {
  expect(abandoned([served(1), served(2), gaveUp(900_000), waits(50_000)])).toEqual({ met: 1, of: 3 })
})

it('a 留言 that is younger than 24 h and unanswered is not counted; one that is older is a miss', () => {
  const day = 86_400_000
  const left = (ageMs: number, repliedAfterMs: number | null) => ({
    leftAt: now - ageMs,
    repliedAt: repliedAfterMs === null ? null : now - ageMs + repliedAfterMs,
  })
  expect(answeredInTime([left(2 * day, day), left(2 * day, day + 1), left(2 * day, null), left(day, null), left(60, 5)], now)).toEqual({
    met: 2,
    of: 4,
  })
})

it('waits are averaged over those who were served', () => {
  expect(averageWaitMs([served(10_000), served(20_000), gaveUp(900_000), waits(5)])).toBe(15_000)
  expect(averageWaitMs([gaveUp(5)])).toBeNull()
})

it('per cent are rounded down, and nothing is no per cent', () => {
  expect(percentOf({ met: 999, of: 1000 })).toBe(99)
  expect(percentOf({ met: 0, of: 0 })).toBeNull()
})
