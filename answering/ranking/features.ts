// What speaks for and against one article as the answer to one query. The weights are fitted by calibration/fit.ts.
import { TOPIC_ONE } from '../index/topic-bags.ts'
import { channelCount, channels, type Channel } from '../index/terms.ts'
import type { KnowledgeIndex } from '../index/knowledge-index.ts'
import { TERMS_MAX, termRoles } from '../index/collect.ts'
import { frequencyOf, surenessOf } from '../index/mass.ts'
import { placesInRow } from '../index/rows.ts'
import { queryTermsMax, type Query } from './query.ts'
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
  'centroid', // cosine with all the article says, taken together
  'topicCover', // share of the query that the article's topic covers
  'matterMiss', // share of the query's matters and persons that the article never mentions
  'likelihood', // how much likelier the query's terms are in this article than in any, mean of logarithms
  'characterLikelihood', // the same for characters alone
  'conceptLikelihood', // for concepts
  'wordLikelihood', // for letters and digits
  'localCover', // 'cover' with weights that tell the candidates apart, not all articles
] as const

export const featureCount = featureNames.length

/** Beside `candidates`: numbers in the order of `featureNames`, most of them about 0…1. */
export function featuresOf(index: KnowledgeIndex, query: Query, candidates: readonly Recalled[]): Float64Array[] {
  const localWeights = weighLocally(index, query, candidates)
  // Many candidates are of one topic.
  const topics = new Map<number, QueryInTopic>()
  return candidates.map((candidate) => {
    const topic = index.topics.topicOf[candidate.article]!
    const inTopic = topics.get(topic) ?? findInTopic(index, query, topic)
    topics.set(topic, inTopic)
    return compare(index, query, candidate, inTopic, localWeights)
  })
}

function compare(
  index: KnowledgeIndex,
  query: Query,
  candidate: Recalled,
  inTopic: QueryInTopic,
  localWeights: Float64Array,
): Float64Array {
  const features = new Float64Array(featureCount)
  features[0] = candidate.cosine
  features[1] = candidate.secondCosine
  features[2] = candidate.cover
  compareWithBag(index, query, candidate, features)
  features[12] = inTopic.cover
  addLikelihoods(index, query, candidate, inTopic.frequency, features)
  features[18] = localCover(candidate, localWeights)
  if (candidate.variant >= 0) compareWithVariant(index, query, candidate.variant, features)
  const asked = query.kinds
  const answered = index.articles.columns.kinds[candidate.article]!
  features[9] = (asked & answered) > 0 ? 1 : 0
  features[10] = asked !== 0 && (asked & answered) === 0 ? 1 : 0
  return features
}

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0)

// While one candidate is compared: the terms of its variant; where a topic has the query's terms, -1 for nowhere; sums by channel.
// Filled anew for each: thirty times an array of its own would be allocated outside the heap.
const row = new Uint32Array(TERMS_MAX)
const topicPlaces = new Int32Array(queryTermsMax)
const sums = new Float64Array(channelCount)
const counts = new Float64Array(channelCount)

function compareWithVariant(index: KnowledgeIndex, query: Query, variant: number, features: Float64Array): void {
  const count = index.variantTerms.read(variant, row)
  let pairs = 0
  let sounds = 0
  let both = 0
  let whole = 0
  let subjects = 0
  let strange = 0
  let next = 0
  for (let i = 0; i < count; i++) {
    const term = row[i]!
    while (next < query.terms.length && query.terms[next]! < term) next++
    const shared = query.terms[next] === term
    const channel = index.channelOfTerm[term]!
    const weight = index.weight[term]!
    whole += weight
    if (index.roleOfTerm[term] === termRoles.subject) {
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

/** Compares the query with all that the article says. */
function compareWithBag(index: KnowledgeIndex, query: Query, { article, masses }: Recalled, features: Float64Array): void {
  let concepts = 0
  let subjects = 0
  let matters = 0
  let matterWeight = 0
  let dot = 0
  for (let i = 0; i < masses.length; i++) {
    const term = query.terms[i]!
    const weight = index.weight[term]!
    const role = index.roleOfTerm[term]!
    if (role === termRoles.matter) matterWeight += weight
    const mass = masses[i]!
    if (mass === 0) continue
    const sureness = surenessOf(mass)
    dot += weight * weight * Math.sqrt(frequencyOf(mass, index.variantCount[article]!))
    if (index.channelOfTerm[term] !== channels.concept) continue
    concepts += weight * sureness
    if (role === termRoles.subject) subjects += weight * sureness
    if (role === termRoles.matter) matters += weight * sureness
  }
  features[3] = share(concepts, query.weightOf[channels.concept]!)
  features[7] = query.subjectWeight > 0 ? 1 - subjects / query.subjectWeight : 0
  features[11] = share(dot * index.inverseBagNorm[article]!, query.norm)
  features[13] = matterWeight > 0 ? 1 - matters / matterWeight : 0
}

/** What a topic's articles, taken together, have of a query. */
interface QueryInTopic {
  readonly cover: number
  /** Beside the query's terms: in which part of the topic's variants each is. */
  readonly frequency: Float64Array
}

function findInTopic({ topics, weight }: KnowledgeIndex, query: Query, topic: number): QueryInTopic {
  placesInRow(topics.terms, topic, query.terms, topicPlaces)
  const frequency = new Float64Array(query.terms.length)
  let covered = 0
  for (let i = 0; i < query.terms.length; i++) {
    const place = topicPlaces[i]!
    if (place < 0) continue
    covered += weight[query.terms[i]!]! * (topics.share[place]! / TOPIC_ONE)
    frequency[i] = topics.frequency[place]! / TOPIC_ONE
  }
  return { cover: share(covered, query.totalWeight), frequency }
}

/** How far an article's own use of a term, its topic's, and everybody's go into how likely the term is in it. */
const OWN = 0.4
const TOPIC = 0.35
const COMMON = 0.25
/** A term that nobody uses is this common all the same. */
const COMMON_MIN = 0.0005

/** Of a term that neither the article nor its topic uses. */
const UNLIKELY = Math.log(COMMON)

/** Naive Bayes over the parts of variants that have each term, smoothed by topic and by all articles. */
function addLikelihoods(
  index: KnowledgeIndex,
  query: Query,
  { article, masses }: Recalled,
  topicFrequency: Float64Array,
  features: Float64Array,
): void {
  const variantCount = index.variantCount[article]!
  let all = 0
  sums.fill(0)
  counts.fill(0)
  for (let i = 0; i < masses.length; i++) {
    const term = query.terms[i]!
    const own = masses[i]! > 0 ? frequencyOf(masses[i]!, variantCount) : 0
    const shared = topicFrequency[i]!
    const common = index.commonness[term]! + COMMON_MIN
    const likelihood = own + shared > 0 ? Math.log((OWN * own + TOPIC * shared + COMMON * common) / common) : UNLIKELY
    const channel = index.channelOfTerm[term]!
    all += likelihood
    sums[channel]! += likelihood
    counts[channel]!++
  }
  const mean = (channel: Channel): number => sums[channel]! / Math.max(1, counts[channel]!)
  features[14] = all / Math.max(1, query.terms.length)
  features[15] = mean(channels.character)
  features[16] = mean(channels.concept)
  features[17] = mean(channels.word)
}

/**
 * By place in `query.terms`: how much a term tells these candidates apart. In a single trade all questions look alike; what few of
 * the candidates have decides between them.
 */
function weighLocally(index: KnowledgeIndex, query: Query, candidates: readonly Recalled[]): Float64Array {
  const weights = new Float64Array(query.terms.length)
  for (let i = 0; i < weights.length; i++) {
    let having = 0
    for (const { masses } of candidates) having += surenessOf(masses[i]!)
    weights[i] = index.weight[query.terms[i]!]! * Math.max(0, Math.log((candidates.length + 1) / (having + 0.5)))
  }
  return weights
}

function localCover({ masses }: Recalled, localWeights: Float64Array): number {
  let covered = 0
  let whole = 0
  for (let i = 0; i < masses.length; i++) {
    whole += localWeights[i]!
    covered += localWeights[i]! * surenessOf(masses[i]!)
  }
  return share(covered, whole)
}
