import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baseOf, forecast, outcomeOf, rangeOf, type Waited } from './estimate.ts'

const MINUTE = 60_000
const waited = (minutes: number, ahead = 0, baseMinutes: number | null = minutes): Waited => ({
  waitedMs: minutes * MINUTE,
  ahead,
  baseMs: baseMinutes === null ? null : baseMinutes * MINUTE,
  isLate: true,
})
const steady = Array.from({ length: 30 }, () => waited(2, 1))

describe('what a place costs', () => {
  it('is what it cost those who were served lately, whatever was in front of each', () => {
    expect(forecast([waited(2, 0), waited(4, 1), waited(6, 2), waited(8, 3), waited(10, 4)])?.placeMs).toBe(2 * MINUTE)
  })
  it('is not known of four', () => {
    expect(forecast(steady.slice(0, 4))).toBeNull()
    expect(forecast(steady.slice(0, 5))).not.toBeNull()
  })
  it('is not of hours ago, though how far it was off may be', () => {
    const early = Array.from({ length: 40 }, () => ({ ...waited(9, 0, 3), isLate: false }))
    expect(forecast(early)).toBeNull()
    expect(forecast([...steady.slice(0, 5), ...early])).toEqual({ placeMs: MINUTE, range: { low: 1, high: 3 } })
  })
  it('is of the newest twelve: what was long ago is over', () => {
    const past = [...Array.from({ length: 12 }, () => waited(1)), ...Array.from({ length: 50 }, () => waited(60))]
    expect(forecast(past)?.placeMs).toBe(MINUTE)
  })
})

describe('a range', () => {
  it('is not told before it is known of twenty how far the expectation was off', () => {
    expect(forecast(steady.slice(0, 19))?.range).toBeNull()
    expect(forecast(steady.slice(0, 20))?.range).not.toBeNull()
    const untold = Array.from({ length: 40 }, () => waited(2, 1, null))
    expect(forecast(untold)?.range).toBeNull()
  })
  it('leaves out one in ten at either end', () => {
    const past = Array.from({ length: 39 }, (_, place) => waited(place + 1, 0, 10))
    expect(forecast(past)?.range).toEqual({ low: 0.4, high: 3.6 })
  })
  it('is shown in tens of seconds, from two minutes on in halves, from five on in whole minutes; never as nothing', () => {
    const [halves, one] = [
      { low: 0.5, high: 1.5 },
      { low: 1, high: 1 },
    ]
    expect(rangeOf({ placeMs: 47_000, range: halves }, 0)).toEqual({ lowMs: 20_000, highMs: 80_000 })
    expect(rangeOf({ placeMs: 95_000, range: halves }, 1)).toEqual({ lowMs: 90_000, highMs: 5 * MINUTE })
    expect(rangeOf({ placeMs: 200_000, range: halves }, 2)).toEqual({ lowMs: 5 * MINUTE, highMs: 15 * MINUTE })
    expect(rangeOf({ placeMs: 10, range: one }, 0)).toEqual({ lowMs: 0, highMs: 10_000 })
    expect(rangeOf({ placeMs: MINUTE, range: one }, 7)).toEqual({ lowMs: 7 * MINUTE, highMs: 8 * MINUTE })
    expect(rangeOf({ placeMs: MINUTE, range: null }, 2)).toBeNull()
  })
  it('grows with everybody in front', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_600_000 }), fc.integer({ min: 0, max: 50 }), (placeMs, ahead) => {
        const known = { placeMs, range: { low: 0.6, high: 1.7 } }
        const [here, behind] = [rangeOf(known, ahead)!, rangeOf(known, ahead + 1)!]
        expect(here.lowMs).toBeLessThan(here.highMs)
        expect(behind.lowMs).toBeGreaterThanOrEqual(here.lowMs)
        expect(behind.highMs).toBeGreaterThanOrEqual(here.highMs)
      }),
    )
  })
  // A seed each, and no clock: the same figures on every machine.
  it.each([1, 2, 3, 4, 5])('holds for eight in ten of those who come, where they come like those before them (%i)', (seed) => {
    const next = seeded(seed)
    const past: Waited[] = []
    let within = 0
    let told = 0
    for (let round = 0; round < 3_000; round += 1) {
      const ahead = Math.floor(next() * 20)
      // Every place costs three minutes, now more, now less.
      const waitedMs = Math.round((ahead + 1) * 3 * MINUTE * Math.exp((next() + next() + next() - 1.5) * 0.8))
      const known = forecast(past)
      if (known?.range) {
        told += 1
        const base = baseOf(known, ahead)
        if (waitedMs >= base * known.range.low && waitedMs <= base * known.range.high) within += 1
      }
      past.unshift({ waitedMs, ahead, baseMs: known && baseOf(known, ahead), isLate: true })
      past.length = Math.min(past.length, 60)
    }
    expect(told).toBeGreaterThan(2_900)
    expect(within / told).toBeGreaterThan(0.77)
    expect(within / told).toBeLessThan(0.87)
  })
})

describe('what came of it', () => {
  const range = { lowMs: 2 * MINUTE, highMs: 5 * MINUTE }
  it.each([
    [2, true, 'within'],
    [5, true, 'within'],
    [1.9, true, 'sooner'],
    [5.1, true, 'later'],
    [4, false, 'left'],
    [5.1, false, 'later'],
  ] as const)('served or gone after %s minutes (%s): %s', (minutes, isServed, outcome) => {
    expect(outcomeOf(range, minutes * MINUTE, isServed)).toBe(outcome)
  })
})

function seeded(seed: number): () => number {
  let state = seed * 2_654_435_761
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
