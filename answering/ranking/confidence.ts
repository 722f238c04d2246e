// How sure we are, as probabilities: that the first article is the answer, and that the answer is among the first few at all.
import type { Vocabulary } from '../lexicon/vocabulary.ts'
import type { OtherMatch } from './others.ts'
import type { Query } from './query.ts'
import type { Scored } from './scored.ts'

export const confidenceNames = [
  'score', // of the first article
  'margin', // to the second, at most 8
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
  'otherCosine', // with the most similar question of another office
  'vagueCosine', // with the most similar text that asks for nothing in particular
  'evenness', // how evenly the candidates share: 0 for one alone, 1 for all alike
  'noMatter', // names nothing that is done, nor who
  'otherLead', // by how much that one is more like the query than the first article's best variant
] as const

const MARGIN_MAX = 8
const RIVALS_MAX = 8
/** A rival covers at least this share of what the best cover is. */
const RIVAL_COVER = 0.85

/** What tells our business from others'. Of a knowledge base of another trade nothing is known: `vocabulary` is then null. */
export interface TradeSense {
  readonly vocabulary: Vocabulary | null
  readonly other: OtherMatch | null
}

/** Numbers in the order of `confidenceNames`, for candidates best first; at least one. */
export function confidenceOf({ vocabulary, other }: TradeSense, query: Query, ranked: readonly Scored[]): Float64Array {
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
    Math.min(1, 2 / Math.max(1, query.wording.text.length)),
    query.subjectWeight > 0 ? 0 : 1,
    query.concepts.length > 0 ? 0 : 1,
    vocabulary && !vocabulary.hasAnchor(query.wording.text) ? 1 : 0,
    vocabulary?.elsewhere(query.wording.text).some(({ phrase }) => !first!.text.includes(phrase)) ? 1 : 0,
    other?.cosine ?? 0,
    other?.vagueCosine ?? 0,
    evennessOf(ranked),
    query.matterWeight > 0 ? 0 : 1,
    other ? Math.max(-1, other.cosine - f[0]!) : -1,
  )
}

/** Articles after the first whose bags cover as much of the query as the best does: 发票 alone has many. */
function rivals(ranked: readonly Scored[]): number {
  const best = Math.max(...ranked.map((candidate) => candidate.features[2]!))
  return ranked.filter((candidate, place) => place > 0 && candidate.features[2]! >= RIVAL_COVER * best).length
}

/** The entropy of the shares, as part of what it could be. */
function evennessOf(ranked: readonly Scored[]): number {
  if (ranked.length < 2) return 0
  const entropy = ranked.reduce((sum, { share }) => (share > 0 ? sum - share * Math.log(share) : sum), 0)
  return entropy / Math.log(ranked.length)
}
