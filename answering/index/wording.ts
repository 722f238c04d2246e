// A question in words: what is written in it and what is heard, the same for every index of one lexicon.
import type { Heard } from '../lexicon/ear.ts'
import type { Vocabulary } from '../lexicon/vocabulary.ts'
import { withoutFillers } from '../text/focus.ts'
import { normaliseQuery } from '../text/normalise.ts'
import { stripPoliteness } from '../text/politeness.ts'
import type { KnowledgeIndex } from './knowledge-index.ts'
import { addTerms, conceptKey, pairKey } from './terms.ts'

export interface Wording {
  /** Normalised, in standard speech, courtesies taken off. */
  readonly text: string
  /** Keys of its terms (terms.ts), repeats kept. */
  readonly written: readonly number[]
  readonly heard: readonly Heard[]
}

export function wordingOf(vocabulary: Vocabulary, raw: string): Wording {
  const text = vocabulary.inStandardSpeech(stripPoliteness(withoutFillers(normaliseQuery(raw))))
  const written: number[] = []
  addTerms(vocabulary, text, written)
  return { text, written, heard: vocabulary.hear(text) }
}

/** Keys of its terms, each once. Two characters that some text of the index has too are taken as they are written. */
export function keysOf({ terms }: KnowledgeIndex, { written, heard }: Wording): Set<number> {
  const keys = new Set(written)
  for (const { concept, pair } of heard) {
    const isUsual = pair !== null && terms.find(pairKey(pair.charCodeAt(0), pair.charCodeAt(1))) >= 0
    if (!isUsual) keys.add(conceptKey(concept))
  }
  return keys
}
