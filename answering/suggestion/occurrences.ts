// Where a run of characters stands in the texts of an index, or in their lines of sounds. The texts that have its rarest pair are
// looked at, not all of them: a keystroke costs little more in a hundred thousand questions than in ten thousand.
import type { KnowledgeIndex } from '../index/knowledge-index.ts'
import { pairKey, soundPairKey } from '../index/terms.ts'
import { soundOf } from '../pinyin/syllables.ts'
import { isHan } from '../text/character.ts'

/** Called with the text and where in the line the run begins. */
export type Found = (variant: number, at: number) => void

export class Occurrences {
  private readonly index: KnowledgeIndex
  /** The texts that may have the run, while one is looked for. */
  private readonly variants: Uint32Array

  constructor(index: KnowledgeIndex) {
    this.index = index
    this.variants = new Uint32Array(index.texts.count)
  }

  /**
   * Tells `found` of the first `limit` places where `run` stands in one text of `line`, in their order. `line`: all texts end to end,
   * in characters or in what stands in their places. `keys`: of terms that a text with the run has; any text may have it without them.
   */
  each(line: string, run: string, keys: readonly number[], limit: number, found: Found): void {
    if (keys.length === 0) {
      this.scan(line, run, limit, found)
      return
    }
    const { starts } = this.index.texts
    const rarest = rarestOf(this.index, keys)
    const count = rarest < 0 ? 0 : this.index.variantsWith.read(rarest, this.variants)
    let matches = 0
    for (let i = 0; i < count && matches < limit; i++) {
      const variant = this.variants[i]!
      const start = starts[variant]!
      const text = line.slice(start, starts[variant + 1])
      for (let at = text.indexOf(run); at >= 0 && matches < limit; at = text.indexOf(run, at + 1), matches++) found(variant, start + at)
    }
  }

  private scan(line: string, run: string, limit: number, found: Found): void {
    const { texts } = this.index
    let matches = 0
    for (let at = line.indexOf(run); at >= 0 && matches < limit; at = line.indexOf(run, at + 1), matches++) {
      const variant = texts.placeAt(at)
      // One that runs into the next text is none.
      if (at + run.length <= texts.starts[variant + 1]!) found(variant, at)
    }
  }
}

/** Of the terms with these keys the one that fewest texts have; -1 where one of them is in no text, or there are none. */
export function rarestOf({ terms, variantsWith }: KnowledgeIndex, keys: readonly number[]): number {
  let rarest = -1
  for (const key of keys) {
    const term = terms.find(key)
    if (term < 0) return -1
    if (rarest < 0 || variantsWith.countAt(term) < variantsWith.countAt(rarest)) rarest = term
  }
  return rarest
}

/** Terms that every text with `run` in it has: its pairs of Chinese characters; where it has none, its characters. */
export function keysOfWritten(run: string): number[] {
  const pairs = neighbours(run, (code) => (isHan(code) ? code : 0)).map(([first, second]) => pairKey(first, second))
  if (pairs.length > 0) return pairs
  // A character is its own key.
  return Array.from({ length: run.length }, (_, i) => run.charCodeAt(i)).filter(isHan)
}

/** Terms that every text that sounds like `run` somewhere has. */
export const keysOfHeard = (run: string): number[] => neighbours(run, soundOf).map(([first, second]) => soundPairKey(first, second))

/** Of all units what `valueOf` makes of them, two by two where neither is 0. */
function neighbours(run: string, valueOf: (unit: number) => number): [number, number][] {
  const values = Array.from({ length: run.length }, (_, i) => valueOf(run.charCodeAt(i)))
  return values.slice(1).flatMap((value, i): [number, number][] => (values[i]! > 0 && value > 0 ? [[values[i]!, value]] : []))
}
