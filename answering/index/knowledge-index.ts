// The knowledge base as typed arrays: which terms each variant (one way to put a question) and each article has, and how
// much each term tells. Built once; only read afterwards.
import type { Article } from '@zhengna/contract/domain/article.ts'
import type { Vocabulary } from '../lexicon/vocabulary.ts'
import { Articles } from './articles.ts'
import { collect } from './collect.ts'
import { CarryingRows, GapRows } from './gap-rows.ts'
import { frequencyOf, surenessOf } from './mass.ts'
import { invert, type Rows } from './rows.ts'
import { Texts } from './texts.ts'
import type { TermTable } from './term-table.ts'
import { bagTopics, type TopicBags } from './topic-bags.ts'
import { inverseNorms, weighTerms, weighUnknown } from './weigh.ts'

export type KnowledgeIndex = {
  readonly vocabulary: Vocabulary
  readonly articles: Articles
  readonly terms: TermTable
  /** By term. */
  readonly channelOfTerm: Uint8Array
  readonly weight: Float32Array
  /** By term: one of `termRoles`. */
  readonly roleOfTerm: Uint8Array
  /** By channel: the weight of a term that no article has. */
  readonly unknownWeight: Float32Array
  /** By variant: its article, its normalised text, its terms, 1 / the length of its vector. */
  readonly articleOf: Uint32Array
  readonly texts: Texts
  readonly variantTerms: GapRows
  readonly inverseNorm: Float32Array
  /** By term: the variants that have it. */
  readonly variantsWith: GapRows
  /** By article: how many variants it has; the terms of all it says, with how much it says of each (mass.ts). */
  readonly variantCount: Uint32Array
  readonly bags: CarryingRows
  /** By article: 1 / the length of its bag's vector, each term at weight × √frequency. */
  readonly inverseBagNorm: Float32Array
  readonly topics: TopicBags
  /** By term: the mean over all articles of the part of their variants that have it, 0…1. */
  readonly commonness: Float32Array
  /** By term: the articles that have it, with how much each says of it. */
  readonly articlesWith: CarryingRows
}

/** Drafts and expired articles must have been left out: whatever is in the index can be served on some day. */
export function buildIndex(articles: readonly Article[], vocabulary: Vocabulary): KnowledgeIndex {
  const { terms, texts, variantTerms, bagTerms, bagMass, ...collected } = collect(vocabulary, articles)
  const channelOfTerm = Uint8Array.from(collected.channelOfTerm)
  const variantCount = countVariants(collected.articleOf, articles.length)
  const bagShare = Float32Array.from(bagMass, surenessOf)
  const bagFrequency = frequenciesOf(bagTerms, bagMass, variantCount)
  const weight = weighTerms(channelOfTerm, bagTerms, bagShare)
  const articlesWith = invert(bagTerms, terms.size)
  return {
    vocabulary,
    articles: Articles.of(articles),
    terms,
    channelOfTerm,
    weight,
    roleOfTerm: Uint8Array.from(collected.roleOfTerm),
    unknownWeight: weighUnknown(articles.length),
    articleOf: Uint32Array.from(collected.articleOf),
    texts: Texts.of(texts),
    variantTerms: GapRows.of(variantTerms),
    inverseNorm: inverseNorms(variantTerms, weight),
    variantsWith: GapRows.of(invert(variantTerms, terms.size)),
    variantCount,
    bags: CarryingRows.of(bagTerms, bagMass),
    inverseBagNorm: inverseNorms(bagTerms, weight, bagFrequency),
    topics: bagTopics(
      articles.map((article) => article.topicId),
      bagTerms,
      bagShare,
      bagFrequency,
    ),
    commonness: commonnessOf(bagTerms, bagFrequency, terms.size),
    articlesWith: CarryingRows.of(articlesWith, carry(bagTerms, bagMass, terms.size, articlesWith)),
  }
}

function countVariants(articleOf: readonly number[], articleCount: number): Uint32Array {
  const counts = new Uint32Array(articleCount)
  for (const article of articleOf) counts[article]!++
  return counts
}

/** In the places of the bags' terms. */
function frequenciesOf(bagTerms: Rows, bagMass: Uint32Array, variantCount: Uint32Array): Float32Array {
  const frequencies = new Float32Array(bagMass.length)
  for (const [article, count] of variantCount.entries()) {
    for (let i = bagTerms.starts[article]!; i < bagTerms.starts[article + 1]!; i++) frequencies[i] = frequencyOf(bagMass[i]!, count)
  }
  return frequencies
}

function commonnessOf(rows: Rows, frequencies: Float32Array, valueCount: number): Float32Array {
  const sums = new Float32Array(valueCount)
  const articles = Math.max(1, rows.starts.length - 1)
  for (let i = 0; i < rows.values.length; i++) sums[rows.values[i]!]! += frequencies[i]! / articles
  return sums
}

/** Puts the number beside each entry of `rows` beside the same entry of its inverse. */
function carry(rows: Rows, beside: Uint32Array, valueCount: number, inverse: Rows): Uint32Array {
  const next = inverse.starts.slice(0, valueCount)
  const carried = new Uint32Array(beside.length)
  for (let i = 0; i < rows.values.length; i++) carried[next[rows.values[i]!]!++] = beside[i]!
  return carried
}
