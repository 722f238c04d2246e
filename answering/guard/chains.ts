// Words of several parts: 卖…发票…#. Parts come in the order in which they begin; a chain grows while the next part is near enough.
import { wordGapMaxCharacters } from '@zhengna/contract/domain/sensitive-word.ts'
import type { Cells } from './cells.ts'
import type { GuardedWord } from './patterns.ts'

/** What may stand between two parts, noise counted: nobody puts a page of blanks between the words of an advert. In UTF-16 units. */
const GAP_UNITS_MAX = 80

/** Cells, both ends included. */
export interface Span {
  readonly first: number
  readonly last: number
}

/** Chains that may still grow, for each word and number of parts found. */
export class Chains {
  private readonly open = new Map<number, Span[][]>()
  private readonly cells: Cells

  constructor(cells: Cells) {
    this.cells = cells
  }

  /** The chain that is whole with this part, if any. */
  add(word: number, { parts }: GuardedWord, part: number, span: Span): Span | null {
    if (parts === 1) return span
    const ofWord = this.chainsOf(word, parts)
    const longer = part === 0 ? span : this.extend(ofWord[part - 1]!, span)
    if (longer === null || part === parts - 1) return longer
    const ready = ofWord[part]!
    // Only what the next part can reach is kept: a handful, however long the text.
    ofWord[part] = ready.filter((chain) => this.isNear(chain, span.first) || chain.last >= span.first)
    ofWord[part].push(longer)
    return null
  }

  /** The shortest chain that this part goes on with. */
  private extend(chains: readonly Span[], { first, last }: Span): Span | null {
    const before = chains.findLast((chain) => this.isNear(chain, first))
    return before === undefined ? null : { first: before.first, last }
  }

  private isNear(chain: Span, next: number): boolean {
    return (
      chain.last < next &&
      next - chain.last - 1 <= wordGapMaxCharacters &&
      this.cells.start[next]! - this.cells.end[chain.last]! <= GAP_UNITS_MAX + wordGapMaxCharacters
    )
  }

  private chainsOf(word: number, parts: number): Span[][] {
    let chains = this.open.get(word)
    if (chains === undefined) this.open.set(word, (chains = Array.from({ length: parts }, () => [])))
    return chains
  }
}
