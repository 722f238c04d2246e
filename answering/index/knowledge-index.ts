// The knowledge base as typed arrays: which terms each variant (one way to put a question) and each article has, and how
// much each term tells. Built once; only read afterwards.
import type { Article } from '@zhengna/contract/domain/article.ts'
import type { Vocabulary } from '../lexicon/vocabulary.ts'
import { collect } from './collect.ts'
import { invert, type Rows } from './rows.ts'
import { Texts } from './texts.ts'
import type { TermTable } from './term-table.ts'
import { bagTopics, type TopicBags } from './topic-bags.ts'
import { inverseNorms, weighTerms, weighUnknown } from './weigh.ts'

export type KnowledgeIndex = {
  readonly vocabulary: Vocabulary
  readonly articles: readonly Article[]
  readonly terms: TermTable
  /** By term. */
  readonly channelOfTerm: Uint8Array
  readonly weight: Float32Array
  /** By term: one of `termRoles`. */
  readonly roleOfTerm: Uint8Array
  /** By channel: the weight of a term that no article has. */
  readonly unknownWeight: Float32Array
  /** By variant: its article, its normalised text, its terms in ascending order, 1 / the length of its vector. */
  readonly articleOf: Uint32Array
  readonly texts: Texts
  readonly variantTerms: Rows
  readonly inverseNorm: Float32Array
  /** By term: the variants that have it. */
  readonly variantsWith: Rows
  /** By article: the terms of all it says, in ascending order; how surely it is about each, 0…1; in which part of its variants each is. */
  readonly bagTerms: Rows
  readonly bagShare: Float32Array
  readonly bagFrequency: Float32Array
  /** By article: 1 / the length of its bag's vector, each term at weight × √frequency. */
  readonly inverseBagNorm: Float32Array
  readonly topics: TopicBags
  /** By term: the mean over all articles of the part of their variants that have it, 0…1. */
  readonly commonness: Float32Array
  /** By term: the articles that have it, and their shares of it in the same places. */
  readonly articlesWith: Rows
  readonly articlesWithShare: Float32Array
}

/** Drafts and expired articles must have been left out: whatever is in the index can be served on some day. */
export function buildIndex(articles: readonly Article[], vocabulary: Vocabulary): KnowledgeIndex {
  const { terms, texts, variantTerms, bagTerms, bagShare, bagFrequency, ...collected } = collect(vocabulary, articles)
  const channelOfTerm = Uint8Array.from(collected.channelOfTerm)
  const weight = weighTerms(channelOfTerm, bagTerms, bagShare)
  const articlesWith = invert(bagTerms, terms.size)
  return {
    vocabulary,
    articles,
    terms,
    channelOfTerm,
    weight,
    roleOfTerm: Uint8Array.from(collected.roleOfTerm),
    unknownWeight: weighUnknown(articles.length),
    articleOf: Uint32Array.from(collected.articleOf),
    texts: Texts.of(texts),
    variantTerms,
    inverseNorm: inverseNorms(variantTerms, weight),
    variantsWith: invert(variantTerms, terms.size),
    bagTerms,
    bagShare,
    bagFrequency,
    inverseBagNorm: inverseNorms(bagTerms, weight, bagFrequency),
    topics: bagTopics(
      articles.map((article) => article.topicId),
      bagTerms,
      bagShare,
      bagFrequency,
    ),
    commonness: commonnessOf(bagTerms, bagFrequency, terms.size),
    articlesWith,
    articlesWithShare: carry(bagTerms, bagShare, terms.size, articlesWith),
  }
}

function commonnessOf(rows: Rows, frequencies: Float32Array, valueCount: number): Float32Array {
  const sums = new Float32Array(valueCount)
  const articles = Math.max(1, rows.starts.length - 1)
  for (let i = 0; i < rows.values.length; i++) sums[rows.values[i]!]! += frequencies[i]! / articles
  return sums
}

/** Puts the number beside each entry of `rows` beside the same entry of its inverse. */
function carry(rows: Rows, beside: Float32Array, valueCount: number, inverse: Rows): Float32Array {
  const next = inverse.starts.slice(0, valueCount)
  const carried = new Float32Array(beside.length)
  for (let i = 0; i < rows.values.length; i++) carried[next[rows.values[i]!]!++] = beside[i]!
  return carried
}
