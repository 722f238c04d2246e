// A moment in the browser's own box for day and time, which knows no zones: what is typed is Beijing's.
import { momentText } from '../records/index.ts'

/** null where the box is not filled in. */
export const momentTyped = (typed: string): number | null => {
  const at = Date.parse(`${typed}:00+08:00`)
  return Number.isNaN(at) ? null : at
}
export const typedOf = (at: number): string => momentText(at).replace(' ', 'T')

const HOUR_MS = 3_600_000
export const nextHour = (now: number): number => (Math.floor(now / HOUR_MS) + 1) * HOUR_MS
