// Phrases found as they stand, whatever the script or case: exceptions of a word, words of everyday language.
import { canSpeak, readCells, type Cells } from './cells.ts'
import { NONE, ROOT, SymbolTrie } from './symbol-trie.ts'

export class Phrases {
  private readonly trie = new SymbolTrie()
  private readonly counts: (readonly number[])[] = []
  /** Of the longest phrase, in cells. */
  private reach = 0
  private readonly gapMax: number

  /** `gapMax`: UTF-16 units that may stand between two characters of a phrase. */
  constructor(phrases: Iterable<string>, gapMax: number) {
    this.gapMax = gapMax
    for (const phrase of phrases) {
      const { symbol, count } = readCells(phrase, canSpeak)
      if (symbol.length === 0) continue
      this.reach = Math.max(this.reach, symbol.length)
      this.trie.add(symbol, this.counts.push(count) - 1)
    }
  }

  /** Whether a phrase that has a cell between `first` and `last` is one that `accepts`, told its own first and last cell. */
  touches(cells: Cells, first: number, last: number, accepts: (first: number, last: number, isDoubled: boolean) => boolean): boolean {
    for (let from = Math.max(0, first - this.reach + 1); from <= last; from++) {
      let node: number = ROOT
      for (let cell = from; cell < cells.length && cell - from < this.reach; cell++) {
        if (cell > from && cells.start[cell]! - cells.end[cell - 1]! > this.gapMax) break
        node = this.trie.child(node, cells.symbol[cell]!)
        if (node === NONE) break
        if (cell < first) continue
        for (const phrase of this.trie.valuesAt(node)) {
          const counts = this.counts[phrase]!
          if (this.isCounted(cells, from, counts) && accepts(from, cell, this.isDoubled(cells, from, counts))) return true
        }
      }
    }
    return false
  }

  private isCounted(cells: Cells, from: number, counts: readonly number[]): boolean {
    return counts.every((count, i) => cells.count[from + i]! >= count)
  }

  /** The text doubles a character as the phrase does (妈妈), and no more often. */
  private isDoubled(cells: Cells, from: number, counts: readonly number[]): boolean {
    return counts.some((count, i) => count > 1 && cells.count[from + i] === count)
  }
}
