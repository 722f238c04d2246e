// Latin letters and digits count only as a whole word of the text: sb, not USB, SBA, sb-2301 or cnmd5.
import { splitLetters } from '../pinyin/syllables.ts'
import { isDigit, isLatin, isLetter, type Cells } from './cells.ts'
import type { Pattern } from './patterns.ts'

/** Joins the halves of a code, an address or a number: A-12, sb.com, me@sb, a/sb. */
const CONNECTOR = /^[-_./@:\\&=+#~]$/
/** Letters around a hit that are read as its pinyin. */
const RUN_MAX = 16
/** 去4吧 and 你妈4了, but not 去4楼. */
const AFTER_DIGIT: ReadonlySet<number> = new Set(Array.from('吧了啊呀嘛哦啦全光你', (character) => character.codePointAt(0)!))

/** `first` and `last` are the cells of the hit; `endsSpelt` says that its last character was written with Latin. */
export function standsAlone(text: string, cells: Cells, first: number, last: number, pattern: Pattern, endsSpelt: boolean): boolean {
  if (isLatin(cells.symbol[first]!) && isJoined(text, cells, first - 1, first) && !beginsSyllable(cells, first, pattern)) return false
  if (!isLatin(cells.symbol[last]!)) return true
  if (endsSpelt && isDigit(cells.symbol[last]!) && isFollowedByWord(cells, last)) return false
  if (!isJoined(text, cells, last, last + 1)) return true
  // 加v138…: a number may follow the letters of a Chinese phrase.
  if (!pattern.isLatin && isLetter(cells.symbol[last]!) && isDigit(cells.symbol[last + 1]!)) return true
  return endsSyllable(cells, last, pattern)
}

/** Whether the cells, the one after the other, are of one word or code. */
function isJoined(text: string, cells: Cells, left: number, right: number): boolean {
  if (left < 0 || right >= cells.length || !isLatin(cells.symbol[left]!) || !isLatin(cells.symbol[right]!)) return false
  const between = text.slice(cells.end[left], cells.start[right])
  // 28 nm is a measure.
  return between === '' || CONNECTOR.test(between) || (between === ' ' && isDigit(cells.symbol[left]!) && isLetter(cells.symbol[right]!))
}

function isFollowedByWord(cells: Cells, last: number): boolean {
  const next = last + 1
  return next < cells.length && cells.start[next] === cells.end[last] && !AFTER_DIGIT.has(cells.symbol[next]!)
}

/** wocaonima: the letters before are pinyin too, and a syllable ends where the hit begins. */
function beginsSyllable(cells: Cells, first: number, pattern: Pattern): boolean {
  return pattern.breaks.length > 1 && isBreak(cells, first)
}

function endsSyllable(cells: Cells, last: number, pattern: Pattern): boolean {
  return pattern.breaks.length > 1 && isBreak(cells, last + 1)
}

/** Whether a syllable begins at this cell, in the run of letters around it read as pinyin. */
function isBreak(cells: Cells, cell: number): boolean {
  let from = cell
  while (from > 0 && cell - from < RUN_MAX && isLetterBeside(cells, from - 1, from)) from -= 1
  let to = cell
  while (to < cells.length && to - cell < RUN_MAX && isLetterBeside(cells, to, to)) to += 1
  let length = 0
  return splitLetters(String.fromCharCode(...cells.symbol.slice(from, to))).some((syllable) => (length += syllable.length) === cell - from)
}

/** Whether the cell is a letter, with nothing between `right` and the one before it. */
function isLetterBeside(cells: Cells, cell: number, right: number): boolean {
  return isLetter(cells.symbol[cell]!) && cells.start[right] === cells.end[right - 1]
}
