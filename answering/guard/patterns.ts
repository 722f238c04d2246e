// Sensitive words as a trie of symbols: every spelling of every part, and pinyin where it is long enough to mean nothing else.
import { readWordForm, type SensitiveCategory, type SensitiveWord } from '@zhengna/contract/domain/sensitive-word.ts'
import { lettersOf, splitLetters } from '../pinyin/syllables.ts'
import { canSpeak, isLatin, isSign, readCells } from './cells.ts'
import { Phrases } from './phrases.ts'
import { SymbolTrie } from './symbol-trie.ts'

/** Stands in the trie for a number of five digits or more; above all code points. */
export const NUMBER = 0x11_0000
const NUMBER_FORM = '#'

export interface Pattern {
  /** Index into `words`. */
  readonly word: number
  readonly part: number
  /** The word has no other parts that would speak for it. */
  readonly isAlone: boolean
  readonly length: number
  /** How often each symbol stands there; null where it is once for all. */
  readonly counts: readonly number[] | null
  readonly isLatin: boolean
  /** Of Latin patterns: after how many letters a syllable of its pinyin ends, or a word of its phrase. */
  readonly breaks: readonly number[]
}

export interface GuardedWord {
  readonly source: SensitiveWord
  readonly parts: number
  readonly exceptions: Phrases | null
}

export interface Patterns {
  readonly words: readonly GuardedWord[]
  readonly patterns: readonly Pattern[]
  readonly trie: SymbolTrie
  /** Emoji and signs that are words themselves. */
  readonly signs: ReadonlySet<number>
}

/** The insults that people also type in pinyin. Of trade words and adverts, pinyin meets too many others. */
const inPinyin: ReadonlySet<SensitiveCategory> = new Set(['abuse', 'threat', 'sexual'])
const PINYIN_CHARACTERS_MIN = 3
const PINYIN_LETTERS_MIN = 6
const WORD = /^[a-z]+$/
/** 250 元. */
const EXCEPTION_GAP_MAX = 2

/** Disabled words and words without form are left out. */
export function compileWords(sources: readonly SensitiveWord[]): Patterns {
  const words: GuardedWord[] = []
  const patterns: Pattern[] = []
  const trie = new SymbolTrie()
  const signs = new Set<number>()
  const learn = (spelling: string, word: number, part: number, isAlone: boolean): void => {
    const { symbol: symbols, count: counts } = spelling === NUMBER_FORM ? { symbol: [NUMBER], count: [1] } : readCells(spelling, canSpeak)
    if (symbols.length === 0) return
    for (const symbol of symbols) if (symbol !== NUMBER && isSign(symbol)) signs.add(symbol)
    const pattern = {
      word,
      part,
      isAlone,
      length: symbols.length,
      counts: counts.every((count) => count === 1) ? null : counts,
      isLatin: symbols.every(isLatin),
      breaks: breaksOf(spelling),
    }
    trie.add(symbols, patterns.push(pattern) - 1)
  }

  for (const source of sources) {
    const form = source.isEnabled ? readWordForm(source.word) : null
    if (form === null) continue
    const word = words.push({ source, parts: form.length, exceptions: exceptionsOf(source) }) - 1
    for (const [part, spellings] of form.entries()) {
      const all = new Set(spellings)
      if (inPinyin.has(source.category)) for (const spelling of spellings) all.add(pinyinOf(spelling))
      for (const spelling of all) if (spelling !== '') learn(spelling, word, part, form.length === 1)
    }
  }
  return { words, patterns, trie, signs }
}

function exceptionsOf({ exceptions }: SensitiveWord): Phrases | null {
  return exceptions.length === 0 ? null : new Phrases(exceptions, EXCEPTION_GAP_MAX)
}

/** caonima for 操你妈; empty for what is short or not Chinese from end to end. */
function pinyinOf(spelling: string): string {
  const syllables = Array.from(spelling, lettersOf)
  const letters = syllables.join('')
  return syllables.length >= PINYIN_CHARACTERS_MIN && !syllables.includes('') && letters.length >= PINYIN_LETTERS_MIN ? letters : ''
}

/** Ends of syllables, and of the words of an English phrase. */
function breaksOf(spelling: string): number[] {
  let length = 0
  return spelling
    .split(' ')
    .flatMap((word) => (WORD.test(word) && !spelling.includes(' ') ? splitLetters(word) : [word]))
    .map((piece) => (length += piece.length))
}
