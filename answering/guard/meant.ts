// Whether a pattern that stands in a text is meant, or met by chance. Each rule has its own file; here is their order, cheap ones first.
import { areFew, doubtsOf } from './doubts.ts'
import { standsAlone } from './borders.ts'
import type { Cells } from './cells.ts'
import type { Path } from './finder.ts'
import type { Pattern } from './patterns.ts'
import { Phrases } from './phrases.ts'
import { SPELT } from './stand-ins.ts'
import { everydayWords } from './tables/everyday.ts'
import { isWellSpaced } from './torn-latin.ts'
import { tearOf } from './torn.ts'

const everyday = new Phrases(everydayWords, 0)

export function isMeant(text: string, cells: Cells, path: Path, pattern: Pattern): boolean {
  const doubts = doubtsOf(cells, path, pattern)
  if (doubts === null || !areFew(doubts, pattern)) return false
  const first = path.from[0]!
  const last = path.to[pattern.length - 1]! - 1
  if (!standsAlone(text, cells, first, last, pattern, path.way[pattern.length - 1] === SPELT)) return false
  if (pattern.isLatin) return isWellSpaced(text, cells, path, pattern)
  const tear = tearOf(text, cells, path, pattern)
  // 装，13%: what only sounds alike does not reach into the next clause.
  if (tear.isChance || (tear.hasPause && doubts.spelt + doubts.heard > 0)) return false
  const isDisguised = tear.isTorn || doubts.heard > 0 || doubts.isStammered
  return !(isDisguised && belongsElsewhere(cells, first, last))
}

/** A word of everyday language reaches over the hit's end, or has the doubled character (妈妈) itself. */
function belongsElsewhere(cells: Cells, first: number, last: number): boolean {
  return everyday.touches(cells, first, last, (from, to, isDoubled) => from < first || to > last || isDoubled)
}
