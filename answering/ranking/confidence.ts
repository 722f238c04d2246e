// How sure we are, as probabilities: that the first article is the answer, and that the answer is among the first few at all.
import type { Vocabulary } from '../lexicon/vocabulary.ts'
import type { Query } from './query.ts'
import type { Scored } from './scored.ts'

export const confidenceNames = [
  'score', // of the first article
  'margin', // to the second, at most 3
  'marginToThird',
  'lead', // the first article's share among all, by softmax
  'cosine',
  'cover',
  'conceptCover',
  'pairCover',
  'variantCover',
  'soundGain',
  'subjectMiss',
  'topicCover',
  'unknown', // share of the query that no article has
  'rivals', // articles that cover the query about as well as the first, 0…1 (of `RIVALS_MAX`)
  'short', // 1 for a query of two characters or fewer, towards 0 as it grows
  'noSubject', // names no tax, fee or thing of ours
  'noConcept', // names nothing of the lexicon at all
  'noAnchor', // has no word that is our business by itself
  'elsewhere', // names what other offices handle, and the best variant does not
] as const

const MARGIN_MAX = 3
const RIVALS_MAX = 8
/** A rival covers at least this share of what the best cover is. */
const RIVAL_COVER = 0.85

/** Numbers in the order of `confidenceNames`, for candidates best first; at least one. */
export function confidenceOf(vocabulary: Vocabulary, query: Query, ranked: readonly Scored[]): Float64Array {
  const [first, second, third] = ranked
  const f = first!.features
  const margin = (other: Scored | undefined): number => Math.min(MARGIN_MAX, first!.score - (other?.score ?? -Infinity))
  return Float64Array.of(
    first!.score,
    margin(second),
    margin(third),
    first!.share,
    f[0]!,
    f[2]!,
    f[3]!,
    f[4]!,
    f[5]!,
    f[6]!,
    f[7]!,
    f[12]!,
    query.totalWeight > 0 ? query.unknownWeight / query.totalWeight : 1,
    Math.min(RIVALS_MAX, rivals(ranked)) / RIVALS_MAX,
    Math.min(1, 2 / Math.max(1, query.text.length)),
    query.subjectWeight > 0 ? 0 : 1,
    query.concepts.length > 0 ? 0 : 1,
    vocabulary.hasAnchor(query.text) ? 0 : 1,
    vocabulary.elsewhere(query.text).some(({ phrase }) => !first!.text.includes(phrase)) ? 1 : 0,
  )
}

/** Articles after the first whose bags cover as much of the query as the best does: 发票 alone has many. */
function rivals(ranked: readonly Scored[]): number {
  const best = Math.max(...ranked.map((candidate) => candidate.features[2]!))
  return ranked.filter((candidate, place) => place > 0 && candidate.features[2]! >= RIVAL_COVER * best).length
}
