// A query as ranking reads it.
import { channelOf, addTerms, channelCount, valueOf, channels, conceptKey, pairKey } from '../index/terms.ts'
import type { KnowledgeIndex } from '../index/knowledge-index.ts'
import { normaliseQuery } from '../text/normalise.ts'
import { withoutFillers } from '../text/focus.ts'
import { stripPoliteness } from '../text/politeness.ts'
import { kindsAsked } from './question-kind.ts'

/** Terms of a query that are looked up, rarest first: bounds the work that a pasted page makes. */
export const queryTermsMax = 160

export type Query = {
  /** Normalised, courtesies taken off. */
  readonly text: string
  /** Terms that the index knows, ascending. */
  readonly terms: Uint32Array
  /** Concepts (indexes into the lexicon) it names, question words left out; ascending. */
  readonly concepts: readonly number[]
  /** Kinds of question it asks, as bits (`kindBit`); 0 when none is recognised. */
  readonly kinds: number
  /** Terms of the index that are subject concepts, ascending; and the weight of all subjects, known to the index or not. */
  readonly subjectTerms: Uint32Array
  readonly subjectWeight: number
  /** Weight of the matters and persons it names. */
  readonly matterWeight: number
  /** Sum of weights by channel, of known and unknown terms. */
  readonly weightOf: Float32Array
  readonly totalWeight: number
  /** Weight of terms that no article has. */
  readonly unknownWeight: number
  /** Length of its vector of weights, unknown terms included; 0 for a query without terms. */
  readonly norm: number
}

export function readQuery(index: KnowledgeIndex, raw: string): Query {
  const { vocabulary } = index
  const text = vocabulary.inStandardSpeech(stripPoliteness(withoutFillers(normaliseQuery(raw))))
  const keys: number[] = []
  addTerms(vocabulary, text, keys)
  const isUsual = (pair: string): boolean => index.terms.find(pairKey(pair.charCodeAt(0), pair.charCodeAt(1))) >= 0
  for (const concept of vocabulary.hear(text, isUsual)) keys.push(conceptKey(concept))
  const known: number[] = []
  const subjects: number[] = []
  const concepts: number[] = []
  const weightOf = new Float32Array(channelCount)
  let unknownWeight = 0
  let subjectWeight = 0
  let matterWeight = 0
  let squares = 0
  for (const key of new Set(keys)) {
    const channel = channelOf(key)
    const term = index.terms.find(key)
    const weight = term >= 0 ? index.weight[term]! : index.unknownWeight[channel]!
    weightOf[channel]! += weight
    squares += weight * weight
    if (term >= 0) known.push(term)
    else unknownWeight += weight
    if (channel !== channels.concept || vocabulary.roleOf(valueOf(key)) === 'asking') continue
    concepts.push(valueOf(key))
    if (vocabulary.roleOf(valueOf(key)) !== 'subject') {
      matterWeight += weight
      continue
    }
    subjectWeight += weight
    if (term >= 0) subjects.push(term)
  }
  if (known.length > queryTermsMax) known.sort((a, b) => index.weight[b]! - index.weight[a]!).length = queryTermsMax
  return {
    text,
    terms: Uint32Array.from(known).sort(),
    concepts: concepts.sort((a, b) => a - b),
    kinds: kindsAsked(vocabulary, text),
    subjectTerms: Uint32Array.from(subjects).sort(),
    subjectWeight,
    matterWeight,
    weightOf,
    totalWeight: weightOf.reduce((sum, weight) => sum + weight, 0),
    unknownWeight,
    norm: Math.sqrt(squares),
  }
}
