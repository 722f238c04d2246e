// What stands between the characters of a Chinese hit. 傻.逼 is torn to slip through; 「他真傻，逼着我交」 is two words that meet.
import type { Cells } from './cells.ts'
import { isSign } from './cells.ts'
import type { Path } from './finder.ts'
import type { Pattern } from './patterns.ts'

/** Where one sentence or clause may end and the next begin. */
const PAUSE = /[\r\n，。！？；：、,!?;:]/
const SPACE = /^\s+$/

export interface Tear {
  readonly isTorn: boolean
  readonly hasPause: boolean
  /** It may be by chance: a pause or a space where clauses meet, and the next clause goes on at once. */
  readonly isChance: boolean
}

const WHOLE: Tear = { isTorn: false, hasPause: false, isChance: false }

export function tearOf(text: string, cells: Cells, path: Path, { length }: Pattern): Tear {
  const first = path.from[0]!
  const last = path.to[length - 1]! - 1
  if (isWhole(cells, first, last)) return WHOLE
  const gaps: string[] = []
  for (let i = 1; i < length; i++) gaps.push(text.slice(cells.end[path.from[i]! - 1], cells.start[path.from[i]!]))
  const isThroughout = gaps.length > 1 && gaps.every((gap) => gap !== '' && gap === gaps[0])
  const hasPause = gaps.some((gap) => PAUSE.test(gap))
  const hasSomeSpace = gaps.length > 1 && gaps.some((gap) => SPACE.test(gap))
  return { isTorn: true, hasPause, isChance: !isThroughout && (hasPause || hasSomeSpace) && !isClosed(cells, last) }
}

function isWhole(cells: Cells, first: number, last: number): boolean {
  for (let cell = first; cell < last; cell++) if (cells.end[cell] !== cells.start[cell + 1]) return false
  return true
}

/** Whether something that is no character follows, or the end. */
function isClosed(cells: Cells, last: number): boolean {
  const next = last + 1
  return next >= cells.length || cells.start[next]! > cells.end[last]! || isSign(cells.symbol[next]!)
}
