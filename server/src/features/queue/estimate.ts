// How long somebody will wait, as a range. Pure. What a place in front costs is taken from those whom the group served lately; how far
// that was off, among those whom it was foretold to, gives the range (split conformal prediction): so a group whose day goes unevenly
// gets a wide range, and one that is steady a narrow one, whatever the cause. docs/adr/0017 says why.
import type { EstimateOutcome } from '@zhengna/contract/domain/queue.ts'

/** Somebody who waited and was served, or a foretelling that came true or did not. */
export interface Waited {
  readonly waitedMs: number
  /** In front of them as they came. */
  readonly ahead: number
  /** What was expected then; null: too little was known. */
  readonly baseMs: number | null
  /** Not older than a few hours: at noon the morning says little of what a place costs. */
  readonly isLate: boolean
}

export interface Forecast {
  /** For each place, one's own included. */
  readonly placeMs: number
  /** How much sooner and later than expected it may be, as factors; null: too little is known for a range. */
  readonly range: { readonly low: number; readonly high: number } | null
}

/** Of so many of the newest, what a place costs. */
const PLACE_OF = 12
const PLACE_MIN = 5
/** Of so many, how far it was off. */
export const RANGE_OF = 60
const RANGE_MIN = 20
/** One in ten may be served sooner, one in ten later. */
const MISSED_SHARE = 0.1

/** `past`: those of one kind, the newest first; null: too few of late. */
export function forecast(past: readonly Waited[]): Forecast | null {
  const lately = past.filter(({ isLate }) => isLate).slice(0, PLACE_OF)
  if (lately.length < PLACE_MIN) return null
  const places = lately.reduce((sum, { ahead }) => sum + ahead + 1, 0)
  const placeMs = Math.max(1, lately.reduce((sum, { waitedMs }) => sum + waitedMs, 0) / places)
  const ratios = past
    .slice(0, RANGE_OF)
    .flatMap(({ waitedMs, baseMs }) => (baseMs === null ? [] : [waitedMs / Math.max(1, baseMs)]))
    .sort((a, b) => a - b)
  if (ratios.length < RANGE_MIN) return { placeMs, range: null }
  // The rank that holds for the next one too, not for those alone that are known.
  const beyond = Math.max(0, Math.floor((ratios.length + 1) * MISSED_SHARE) - 1)
  return { placeMs, range: { low: ratios[beyond] ?? 0, high: ratios[ratios.length - 1 - beyond] ?? 0 } }
}

export const baseOf = ({ placeMs }: Forecast, ahead: number): number => Math.round(placeMs * (ahead + 1))

/** As it is shown, as finely as anybody wants to know: `lowMs` rounded down, `highMs` up. null: no range is known. */
export function rangeOf(known: Forecast, ahead: number): { lowMs: number; highMs: number } | null {
  if (!known.range) return null
  const base = baseOf(known, ahead)
  const highMs = Math.max(rounded(base * known.range.high, Math.ceil), stepOf(0))
  const lowMs = Math.min(rounded(base * known.range.low, Math.floor), highMs - stepOf(highMs))
  return { lowMs: Math.max(lowMs, 0), highMs }
}
const MINUTE_MS = 60_000
const stepOf = (ms: number): number => (ms <= 2 * MINUTE_MS ? 10_000 : ms <= 5 * MINUTE_MS ? 30_000 : MINUTE_MS)
const rounded = (ms: number, towards: (value: number) => number): number => Math.max(towards(ms / stepOf(ms)) * stepOf(ms), 0)

/** What came of a range once the wait is over. `isServed` false: they left; whoever left after the range was over waited longer than it said. */
export function outcomeOf(range: { lowMs: number; highMs: number }, waitedMs: number, isServed: boolean): EstimateOutcome {
  if (waitedMs > range.highMs) return 'later'
  if (!isServed) return 'left'
  return waitedMs < range.lowMs ? 'sooner' : 'within'
}
