// Puts a word of the trade right where one of its characters was misread, and only where that is sure.
import type { Glyph } from './read-line.ts'
import { terms } from './terms.ts'

/** A character read with less than this is open to doubt. */
const DOUBTFUL = 0.9
/** From this length on, one wrong character leaves no other word to be meant. */
const LONG = 6

/** Characters that look alike on a screen, so that a reader is sure of the wrong one. */
const alike = [
  '申中甲由',
  '票栗粟',
  '税祝悦锐说',
  '缴激',
  '末未',
  '己已',
  '账帐',
  '额颜',
  '校术枚核',
  '验险检',
  '入人八',
  '予子',
  '数狐狼',
  '证正',
  '器癸嚣',
  '请清',
]
const looksLike = (one: string, other: string): boolean => alike.some((group) => group.includes(one) && group.includes(other))

const known = new Set(terms)
const byLength = Map.groupBy(terms, ({ length }) => length)

export function repaired(glyphs: readonly Glyph[]): readonly Glyph[] {
  const mended = [...glyphs]
  for (const [length, candidates] of [...byLength].sort(([a], [b]) => b - a)) {
    for (let at = 0; at + length <= mended.length; at += 1) mend(mended, at, candidates)
  }
  return mended
}

function mend(glyphs: Glyph[], at: number, candidates: readonly string[]): void {
  const length = candidates[0]?.length ?? 0
  const window = glyphs.slice(at, at + length)
  if (known.has(window.map(({ text }) => text).join(''))) return
  const fitting = candidates.flatMap((term) => {
    const wrong = window.flatMap(({ text }, index) => (text === term[index] ? [] : [index]))
    return wrong.length === 1 && isSure(window[wrong[0]!]!, term, wrong[0]!) ? [{ term, index: wrong[0]! }] : []
  })
  const [only] = fitting
  if (!only || fitting.length > 1) return
  glyphs[at + only.index] = { text: only.term[only.index]!, confidence: DOUBTFUL }
}

function isSure(glyph: Glyph, term: string, index: number): boolean {
  if (!/\p{Script=Han}/u.test(glyph.text)) return false
  return term.length >= LONG || glyph.confidence < DOUBTFUL || looksLike(glyph.text, term[index]!)
}
