// Two texts against each other, in words or in characters. Chinese has no blanks between words: the browser's own segmenter knows them.
import { diffArrays } from 'diff'

export type DiffUnit = 'word' | 'grapheme'

export interface DiffPiece {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

const segmenters: Record<DiffUnit, Intl.Segmenter> = {
  word: new Intl.Segmenter('zh-CN', { granularity: 'word' }),
  grapheme: new Intl.Segmenter('zh-CN', { granularity: 'grapheme' }),
}
const unitsOf = (text: string, unit: DiffUnit): string[] => Array.from(segmenters[unit].segment(text), ({ segment }) => segment)

export function diffText(before: string, after: string, unit: DiffUnit): DiffPiece[] {
  return diffArrays(unitsOf(before, unit), unitsOf(after, unit)).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
}
