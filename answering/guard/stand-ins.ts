// Reads the tables of what stands for what into one trie: written symbols → the symbols they may stand for.
import { canSpeak, isSign, readCells } from './cells.ts'
import { SymbolTrie } from './symbol-trie.ts'
import { letterSigns, shapes } from './tables/shapes.ts'
import { sounds } from './tables/sounds.ts'

/** How a symbol was found in the text. */
export const WRITTEN = 0
/** In another shape of the character. */
export const DRAWN = 1
/** By a Chinese character that sounds alike. */
export const HEARD = 2
/** By Latin letters or digits that sound like it. */
export const SPELT = 3

export interface StandIn {
  readonly symbol: number
  readonly way: number
}

export interface StandIns {
  readonly trie: SymbolTrie
  /** What the values of the trie mean. */
  readonly readings: readonly StandIn[]
  /** Signs and emoji that stand for something. */
  readonly signs: ReadonlySet<number>
}

const LATIN_OR_DIGIT = /^[a-z0-9]+$/

export function readStandIns(): StandIns {
  const trie = new SymbolTrie()
  const readings: StandIn[] = []
  const signs = new Set<number>()
  const learn = (written: string, meant: string, way: number): void => {
    const { symbol } = readCells(written, canSpeak)
    for (const sign of symbol) if (isSign(sign)) signs.add(sign)
    trie.add(symbol, readings.push({ symbol: meant.codePointAt(0)!, way }) - 1)
  }
  for (const [meant, written] of linesOf(shapes)) learn(written, meant, DRAWN)
  for (const [meant, written] of linesOf(letterSigns)) learn(written, meant, SPELT)
  for (const [meant, written] of linesOf(sounds)) learn(written, meant, LATIN_OR_DIGIT.test(written) ? SPELT : HEARD)
  return { trie, readings, signs }
}

function* linesOf(table: string): Generator<[meant: string, written: string]> {
  for (const line of table.trim().split('\n')) {
    const [meant, written] = line.split(': ') as [string, string]
    for (const one of written.split(' ')) yield [meant, one]
  }
}

export const standIns = readStandIns()
