// A query as ranking reads it.
import { channelOf, channelCount, valueOf, channels } from '../index/terms.ts'
import type { KnowledgeIndex } from '../index/knowledge-index.ts'
import { keysOf, wordingOf, type Wording } from '../index/wording.ts'
import { kindsAsked } from './question-kind.ts'

/** Terms of a query that are looked up, rarest first: bounds the work that a pasted page makes. */
export const queryTermsMax = 160

export type Query = {
  readonly wording: Wording
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

export const readQuery = (index: KnowledgeIndex, raw: string): Query => weighQuery(index, wordingOf(index.vocabulary, raw))

export function weighQuery(index: KnowledgeIndex, wording: Wording): Query {
  const { vocabulary } = index
  const known: number[] = []
  const subjects: number[] = []
  const concepts: number[] = []
  const weightOf = new Float32Array(channelCount)
  let unknownWeight = 0
  let subjectWeight = 0
  let matterWeight = 0
  let squares = 0
  for (const key of keysOf(index, wording)) {
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
    wording,
    terms: Uint32Array.from(known).sort(),
    concepts: concepts.sort((a, b) => a - b),
    kinds: kindsAsked(vocabulary, wording.text),
    subjectTerms: Uint32Array.from(subjects).sort(),
    subjectWeight,
    matterWeight,
    weightOf,
    totalWeight: weightOf.reduce((sum, weight) => sum + weight, 0),
    unknownWeight,
    norm: Math.sqrt(squares),
  }
}
