// 热词: what more and more people ask about, mined from what they typed. People count, not questions: whoever asks a hundred
// times is one person, and what fewer than three people said is nobody else's to read.
import { normaliseQuery } from '../text/normalise.ts'
import { decayed } from './decay.ts'
import type { Wordbook } from './wordbook.ts'

export interface AskedText {
  readonly text: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** Tells people apart, nothing more. */
  readonly person: string
}

export interface HotWordOptions {
  readonly now: number
  readonly halfLifeMs: number
  readonly limit: number
  /** False for what must not be shown (sensitive words). */
  readonly isAllowed?: (word: string) => boolean
}

const PEOPLE_MIN = 3
/** The long run against which a rise shows, in half-lives. */
export const LONG_RUN_HALF_LIVES = 8
/** As many people are added to both sides of the comparison: three people out of nowhere are no wave. */
const EVEN_PEOPLE = 3
/** A longer word with this share of a shorter one's people stands for it. */
const STANDS_FOR_SHARE = 0.7

/** By person, when they last asked. */
type Askers = Map<string, number>

interface Candidate {
  readonly word: string
  readonly telling: number
  readonly recent: number
  readonly longRun: number
}

export class HotWords {
  private readonly wordbook: Wordbook
  private readonly askersOf = { concept: new Map<string, Askers>(), run: new Map<string, Askers>() }

  constructor(wordbook: Wordbook) {
    this.wordbook = wordbook
  }

  /** In any order. */
  add({ text, at, person }: AskedText): void {
    const normalised = normaliseQuery(text)
    for (const word of this.wordbook.conceptsIn(normalised)) note(this.askersOf.concept, word, person, at)
    for (const run of this.wordbook.runsIn(normalised)) note(this.askersOf.run, run, person, at)
  }

  /** What rises comes first. */
  rank({ now, halfLifeMs, limit, isAllowed = () => true }: HotWordOptions): string[] {
    const candidates = [...this.concepts(), ...this.runs()]
      .filter(({ word }) => isAllowed(word) && this.isOurs(word))
      .map(({ word, telling, askers }): Candidate => ({
        word,
        telling,
        recent: weigh(askers, now, halfLifeMs),
        longRun: weigh(askers, now, LONG_RUN_HALF_LIVES * halfLifeMs),
      }))
    const recent = candidates.reduce((sum, one) => sum + one.recent, 0)
    const longRun = candidates.reduce((sum, one) => sum + one.longRun, 0)
    const scoreOf = (one: Candidate): number => {
      const expected = (one.longRun * recent) / longRun
      return one.telling * Math.sqrt(one.recent) * ((one.recent + EVEN_PEOPLE) / (expected + EVEN_PEOPLE))
    }
    return candidates
      .map((one) => ({ word: one.word, score: scoreOf(one) }))
      .sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1))
      .slice(0, limit)
      .map(({ word }) => word)
  }

  private *concepts(): Generator<{ word: string; telling: number; askers: Askers }> {
    for (const { concept, name } of this.wordbook.concepts()) {
      const askers = this.askersOf.concept.get(name)
      if (askers && askers.size >= PEOPLE_MIN) yield { word: name, telling: this.wordbook.tellingOfConcept(concept), askers }
    }
  }

  /** Longest first, so that a part of a word is known as such. */
  private *runs(): Generator<{ word: string; telling: number; askers: Askers }> {
    const asked = [...this.askersOf.run].filter(([, askers]) => askers.size >= PEOPLE_MIN).sort(([a], [b]) => b.length - a.length)
    const taken: [string, Askers][] = []
    for (const [word, askers] of asked) {
      if (taken.some(([longer, theirs]) => longer.includes(word) && theirs.size >= STANDS_FOR_SHARE * askers.size)) continue
      const telling = this.wordbook.tellingOfRun(word)
      if (telling === 0) continue
      taken.push([word, askers])
      yield { word, telling, askers }
    }
  }

  private isOurs(word: string): boolean {
    return this.wordbook.index.vocabulary.elsewhere(word).length === 0
  }
}

function note(askersOf: Map<string, Askers>, word: string, person: string, at: number): void {
  const askers = askersOf.get(word)
  if (askers) askers.set(person, Math.max(askers.get(person) ?? at, at))
  else askersOf.set(word, new Map([[person, at]]))
}

function weigh(askers: Askers, now: number, halfLifeMs: number): number {
  let sum = 0
  for (const at of askers.values()) sum += decayed(now - at, halfLifeMs)
  return sum
}
