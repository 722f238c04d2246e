// The sensitive-word filter (敏感词): createGuard(words, policy).check(text, direction). Pure: no I/O, no clock, and linear in the text.
// Cells fold all spellings of a character into one symbol, the finder walks them down a trie of all words, and what it meets is held
// against the rules of chance (meant.ts), the word's exceptions and, for words of several parts, the other parts (chains.ts).
import type { GuardDirection, GuardPolicy, GuardVerdict, SensitiveWord } from '@zhengna/contract/domain/sensitive-word.ts'
import { wordGapMaxCharacters } from '@zhengna/contract/domain/sensitive-word.ts'
import { readCells, type Cells } from './cells.ts'
import { Chains, type Span } from './chains.ts'
import { Finder } from './finder.ts'
import { isMeant } from './meant.ts'
import { compileWords, type GuardedWord } from './patterns.ts'
import { standIns } from './stand-ins.ts'
import { judge, type Replaceable } from './verdict.ts'

export interface Guard {
  /** `isConfirmed`: the sender was asked and means it; words that are only asked about stand then, the others do not. */
  check(text: string, direction: GuardDirection, isConfirmed?: boolean): GuardVerdict
}

export function createGuard(words: readonly SensitiveWord[], policy: GuardPolicy): Guard {
  const compiled = compileWords(words)
  const finder = new Finder(compiled)
  const speaks = (sign: number): boolean => standIns.signs.has(sign) || compiled.signs.has(sign)

  return {
    check(text, direction, isConfirmed = false) {
      const cells = readCells(text, speaks)
      const chains = new Chains(cells)
      const found = new Map<string, Replaceable>()
      finder.run(cells, (patternIndex, path) => {
        const pattern = compiled.patterns[patternIndex]!
        const word = compiled.words[pattern.word]!
        if (!isFor(word, direction) || !isMeant(text, cells, path, pattern)) return
        const part = { first: path.from[0]!, last: path.to[pattern.length - 1]! - 1 }
        if (isException(cells, word, part, 0)) return
        const span = chains.add(pattern.word, word, pattern.part, part)
        if (span === null || (word.parts > 1 && isException(cells, word, span, wordGapMaxCharacters))) return
        found.set(`${pattern.word} ${span.first} ${span.last}`, asReplaceable(cells, word, span, policy))
      })
      return judge(text, [...found.values()], isConfirmed)
    },
  }
}

const isFor = ({ source }: GuardedWord, direction: GuardDirection): boolean => source.direction === 'both' || source.direction === direction

/** `around`: how many cells before and after the hit are looked at too. */
function isException(cells: Cells, { exceptions }: GuardedWord, { first, last }: Span, around: number): boolean {
  return exceptions?.touches(cells, Math.max(0, first - around), Math.min(cells.length - 1, last + around), () => true) ?? false
}

function asReplaceable(cells: Cells, { source }: GuardedWord, { first, last }: Span, policy: GuardPolicy): Replaceable {
  return {
    hit: {
      wordId: source.id,
      category: source.category,
      action: source.action ?? policy.actions[source.category],
      start: cells.start[first]!,
      end: cells.end[last]!,
    },
    replacement: source.replacement || policy.replacements[source.category],
  }
}
