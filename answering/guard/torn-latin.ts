// What stands between the letters of a Latin hit: s.b and sha bi are torn on purpose, U S B and 「this hab it」 are not these words.
import { isLatin, type Cells } from './cells.ts'
import type { Path } from './finder.ts'
import type { Pattern } from './patterns.ts'

/** In UTF-16 units: room for an emoji with its marks. */
const GAP_MAX = 4
/** Letters of words long enough to be known however they are parted. */
const LONG_LENGTH = 4
/** In UTF-16 units: letters that are spelt one by one (U S B) stand no farther apart. */
const SPELLING_GAP_MAX = 2

/** Between the letters: nothing, or something after each (s.b), or after each syllable or word (sha bi). */
export function isWellSpaced(text: string, cells: Cells, path: Path, { length, breaks }: Pattern): boolean {
  const first = path.from[0]!
  const last = path.to[length - 1]! - 1
  const gapsAfter: number[] = []
  let hasSpace = false
  for (let i = 1; i < length; i++) {
    const gap = text.slice(cells.end[path.from[i]! - 1], cells.start[path.from[i]!])
    if (gap === '') continue
    gapsAfter.push(i)
    hasSpace ||= /\s/.test(gap)
    if (gap.length > GAP_MAX) return false
  }
  if (gapsAfter.length === 0) return true
  // s b, but not U S B: nothing of the kind goes on at either side.
  if (gapsAfter.length === length - 1) return !isSpelledOn(cells, first - 1, first) && !isSpelledOn(cells, last, last + 1)
  if (breaks.length > 1 && gapsAfter.every((gap) => breaks.includes(gap))) return true
  return length >= LONG_LENGTH && !hasSpace
}

function isSpelledOn(cells: Cells, left: number, right: number): boolean {
  return (
    left >= 0 &&
    right < cells.length &&
    isLatin(cells.symbol[left]!) &&
    isLatin(cells.symbol[right]!) &&
    cells.start[right]! - cells.end[left]! <= SPELLING_GAP_MAX
  )
}
