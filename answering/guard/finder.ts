// The walk: where the symbols of a pattern stand in a text, each as itself or by a stand-in, with little between them.
// From each cell it goes down the trie as far as the text leads: linear in the text, with the longest word and STEPS_MAX as bounds.
import { isDigit, isLatin, isSign, readCells, type Cells } from './cells.ts'
import { NUMBER, type Patterns } from './patterns.ts'
import { standIns, WRITTEN } from './stand-ins.ts'
import { NONE, ROOT, type SymbolTrie } from './symbol-trie.ts'

/** Symbols of the longest pattern that is looked for. */
const DEPTH_MAX = 40
/** Steps from one cell; words share their beginnings, so that honest texts need a handful. */
const STEPS_MAX = 300
/** Of noise between two characters, in UTF-16 units. */
const GAP_MAX = 12
/** Letters of one stand-in (zhang) belong together; the halves of a split character may have a space between. */
const SEQUENCE_GAP_MAX = 2
const NUMBER_DIGITS_MIN = 5
/** 138-0013 8000. */
const NUMBER_GAP_MAX = 2
/** Letters that stand for digits within a number: 138OO138OOO. */
const DIGIT_LOOK_ALIKES: ReadonlySet<number> = new Set(Array.from('oil', (letter) => letter.charCodeAt(0)))

/** One way from the root to a pattern: for each symbol, the cells it was read from and how. Valid until the walk goes on. */
export interface Path {
  readonly from: Int32Array
  /** The first cell after it. */
  readonly to: Int32Array
  readonly way: Uint8Array
}

export class Finder {
  private readonly path: Path = { from: new Int32Array(DEPTH_MAX), to: new Int32Array(DEPTH_MAX), way: new Uint8Array(DEPTH_MAX) }
  private readonly trie: SymbolTrie
  private steps = 0
  private cells: Cells = readCells('', () => false)
  private found: (pattern: number, path: Path) => void = () => undefined

  constructor({ trie }: Patterns) {
    this.trie = trie
  }

  /** `found` hears of patterns in the order in which they begin. */
  run(cells: Cells, found: (pattern: number, path: Path) => void): void {
    this.cells = cells
    this.found = found
    for (let cell = 0; cell < cells.length; cell++) {
      this.steps = 0
      this.walk(ROOT, cell, 0)
    }
  }

  /** Reads one more symbol at `cell`. */
  private walk(node: number, cell: number, depth: number): void {
    if (cell >= this.cells.length || depth === DEPTH_MAX || ++this.steps > STEPS_MAX) return
    if (depth > 0 && this.cells.start[cell]! - this.cells.end[this.path.to[depth - 1]! - 1]! > GAP_MAX) return
    const symbol = this.cells.symbol[cell]!
    this.enter(this.trie.child(node, symbol), cell, cell + 1, WRITTEN, depth)
    this.readStandIns(node, cell, depth)
    if (isDigit(symbol) || DIGIT_LOOK_ALIKES.has(symbol)) this.readNumber(node, cell, depth)
    if (depth > 0 && isSign(symbol)) this.walk(node, cell + 1, depth)
  }

  private enter(node: number, from: number, to: number, way: number, depth: number): void {
    if (node === NONE) return
    this.path.from[depth] = from
    this.path.to[depth] = to
    this.path.way[depth] = way
    for (const pattern of this.trie.valuesAt(node)) this.found(pattern, this.path)
    this.walk(node, to, depth + 1)
  }

  private readStandIns(node: number, cell: number, depth: number): void {
    const { trie, readings } = standIns
    let written: number = ROOT
    for (let to = cell; to < this.cells.length; to++) {
      const gap = to > cell ? this.cells.start[to]! - this.cells.end[to - 1]! : 0
      if (gap > 0 && (gap > SEQUENCE_GAP_MAX || isLatin(this.cells.symbol[to]!))) return
      written = trie.child(written, this.cells.symbol[to]!)
      if (written === NONE) return
      for (const reading of trie.valuesAt(written)) {
        const { symbol, way } = readings[reading]!
        this.enter(this.trie.child(node, symbol), cell, to + 1, way, depth)
      }
    }
  }

  private readNumber(node: number, cell: number, depth: number): void {
    const next = this.trie.child(node, NUMBER)
    if (next === NONE || (cell > 0 && this.isOfNumber(cell - 1, cell))) return
    let to = cell + 1
    while (to < this.cells.length && this.isOfNumber(to, to)) to += 1
    if (to - cell >= NUMBER_DIGITS_MIN) this.enter(next, cell, to, WRITTEN, depth)
  }

  /** Whether the cell is a digit, with little before `right`. */
  private isOfNumber(cell: number, right: number): boolean {
    const symbol = this.cells.symbol[cell]!
    return (
      (isDigit(symbol) || DIGIT_LOOK_ALIKES.has(symbol)) &&
      (right === 0 || this.cells.start[right]! - this.cells.end[right - 1]! <= NUMBER_GAP_MAX)
    )
  }
}
