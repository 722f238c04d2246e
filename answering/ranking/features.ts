// What speaks for and against one article as the answer to one query. The weights are fitted by calibration/fit.ts.
import { channels } from '../index/terms.ts'
import type { KnowledgeIndex } from '../index/knowledge-index.ts'
import type { Query } from './query.ts'
import { kindBit } from './question-kind.ts'
import type { Recalled } from './recall.ts'

export const featureNames = [
  'cosine', // with the most similar variant
  'secondCosine', // with the next variant of the same article: several ways to ask agree
  'cover', // share of the query that anything in the article covers
  'conceptCover', // the same for concepts alone
  'pairCover', // share of the query's pairs of characters in the best variant
  'variantCover', // share of the best variant that the query covers
  'soundGain', // how much more of the query is found by sound than by writing: mistyped
  'subjectMiss', // share of the query's subjects that the article never mentions
  'strangeSubjects', // share of the best variant's subjects that the query does not mention
  'kindMatch', // asks the kind of question that the article answers
  'kindClash', // asks another kind
  'exact', // is the variant, letter for letter
] as const

export const featureCount = featureNames.length

/** Numbers in the order of `featureNames`, each about 0…1. */
export function featuresOf(index: KnowledgeIndex, query: Query, candidate: Recalled): Float64Array {
  const features = new Float64Array(featureCount)
  features[0] = candidate.cosine
  features[1] = candidate.secondCosine
  features[2] = candidate.cover
  features[3] = share(conceptsInBag(index, query, candidate.article), query.weightOf[channels.concept]!)
  if (candidate.variant >= 0) compareWithVariant(index, query, candidate.variant, features)
  features[7] = subjectMiss(index, query, candidate.article)
  const asked = query.kinds
  const answered = kindBit(index.articles[candidate.article]!.kind)
  features[9] = (asked & answered) > 0 ? 1 : 0
  features[10] = asked !== 0 && (asked & answered) === 0 ? 1 : 0
  features[11] = candidate.variant >= 0 && index.texts[candidate.variant] === query.text ? 1 : 0
  return features
}

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0)

function compareWithVariant(index: KnowledgeIndex, query: Query, variant: number, features: Float64Array): void {
  const { values, starts } = index.variantTerms
  const end = starts[variant + 1]!
  let pairs = 0
  let sounds = 0
  let both = 0
  let whole = 0
  let subjects = 0
  let strange = 0
  let next = 0
  for (let i = starts[variant]!; i < end; i++) {
    const term = values[i]!
    while (next < query.terms.length && query.terms[next]! < term) next++
    const shared = query.terms[next] === term
    const channel = index.channelOfTerm[term]!
    const weight = index.weight[term]!
    whole += weight
    if (index.isSubject[term] === 1) {
      subjects += weight
      if (!shared) strange += weight
    }
    if (!shared) continue
    both += weight
    if (channel === channels.pair) pairs += weight
    else if (channel === channels.sound) sounds += weight
  }
  features[4] = share(pairs, query.weightOf[channels.pair]!)
  features[5] = share(both, whole)
  features[6] = Math.max(0, share(sounds, query.weightOf[channels.sound]!) - features[4])
  features[8] = share(strange, subjects)
}

function conceptsInBag(index: KnowledgeIndex, query: Query, article: number): number {
  let sum = 0
  for (const term of query.terms) {
    if (index.channelOfTerm[term] === channels.concept) sum += index.weight[term]! * shareInBag(index, article, term)
  }
  return sum
}

function subjectMiss(index: KnowledgeIndex, query: Query, article: number): number {
  if (query.subjectWeight === 0) return 0
  let found = 0
  for (const term of query.subjectTerms) found += index.weight[term]! * shareInBag(index, article, term)
  return 1 - found / query.subjectWeight
}

/** How surely the article is about the term, 0 when it never has it. */
function shareInBag(index: KnowledgeIndex, article: number, term: number): number {
  const { values, starts } = index.bagTerms
  let low = starts[article]!
  let high = starts[article + 1]!
  while (low < high) {
    const middle = (low + high) >>> 1
    if (values[middle]! < term) low = middle + 1
    else high = middle
  }
  return low < starts[article + 1]! && values[low] === term ? index.bagShare[low]! : 0
}
