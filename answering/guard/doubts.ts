// How much of a pattern may be written by stand-ins. Every stand-in is a doubt; the longer the word, the more of them it bears.
import { isLatin as isLatinSymbol, type Cells } from './cells.ts'
import type { Path } from './finder.ts'
import type { Pattern } from './patterns.ts'
import { DRAWN, HEARD, SPELT } from './stand-ins.ts'
import { loadedCharacters } from './tables/sounds.ts'

export interface Doubts {
  /** Chinese characters that only sound alike. */
  readonly heard: number
  /** Latin letters and digits for characters, digits for letters. */
  readonly spelt: number
  /** Some character stands there as an emoji, in halves or in another shape. */
  readonly isDrawn: boolean
  /** A character stands more often than the word has it: 傻傻逼. */
  readonly isStammered: boolean
  /** The text has nothing but Latin there. */
  readonly isInLatin: boolean
  /** One of the characters is hardly written but to insult. */
  readonly isLoaded: boolean
}

/** null where the text has a character less often than the word: 妈的 is no 妈妈的. */
export function doubtsOf(cells: Cells, path: Path, { length, counts }: Pattern): Doubts | null {
  let heard = 0
  let spelt = 0
  let isDrawn = false
  let isStammered = false
  let isInLatin = true
  let isLoaded = false
  for (let i = 0; i < length; i++) {
    if (path.way[i] === HEARD) heard += 1
    if (path.way[i] === SPELT) spelt += 1
    if (path.way[i] === DRAWN) isDrawn = true
    const written = cells.count[path.from[i]!]!
    const meant = counts?.[i] ?? 1
    if (written < meant) return null
    if (written > meant) isStammered = true
    const symbol = cells.symbol[path.from[i]!]!
    if (!isLatinSymbol(symbol)) isInLatin = false
    if (loadedCharacters.has(symbol)) isLoaded = true
  }
  return { heard, spelt, isDrawn, isStammered, isInLatin, isLoaded }
}

/**
 * Two characters that sound alike are an insult by chance only too often (马的, 沙比): such spellings are listed with the word.
 * Latin in a Chinese word (傻b, sha逼) is no chance, but initials alone are: MB is a measure, SB a name. Those that are insults
 * (nmsl) are words of their own, and bear a digit among three letters, since codes have them too.
 */
export function areFew({ heard, spelt, isInLatin, isLoaded, isDrawn }: Doubts, { length, isLatin, isAlone }: Pattern): boolean {
  if (isLatin) return spelt <= Math.floor((length - 1) / 2)
  if (isInLatin && spelt > 0) return false
  if (length === 1) return heard + spelt === 0 && !isDrawn
  if (length === 2) return heard === 0 && spelt <= 1
  if (length === 3 && heard > 0 && isAlone && !isLoaded) return false
  return heard + spelt <= Math.min(length - 1, 3)
}
