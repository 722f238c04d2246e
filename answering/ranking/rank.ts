import type { KnowledgeIndex } from '../index/knowledge-index.ts'
import confidence from './confidence.json' with { type: 'json' }
import { confidenceOf, type TradeSense } from './confidence.ts'
import { evaluateNetwork } from './network.ts'
import { featureNames, featuresOf } from './features.ts'
import { logit, readModel, sigmoid } from './logistic.ts'
import type { Query } from './query.ts'
import type { Recall } from './recall.ts'
import type { Scored } from './scored.ts'
import weights from './weights.json' with { type: 'json' }

/** Articles that are looked at closely. */
export const candidatesMax = 30

export type Ranking = {
  /** Best first, at most 30. */
  readonly ranked: readonly Scored[]
  /** That the first is the answer; that the answer is among the first five. 0…1, calibrated. */
  readonly top: number
  readonly inDomain: number
  /** That the question is ours but too short of detail for any one article. */
  readonly vague: number
}

/** An editor wrote that very question: nothing is likelier, but two articles may both have it, or the talk so far may decide. */
export const EXACT_BONUS = 4
const EXACT_PROBABILITY = 0.97

export const rankModel = readModel(weights, featureNames)

/** What a model of language finds near, if there is one: articles to look at besides, and what it adds to each candidate's score. */
export interface Meant {
  readonly besides: readonly number[]
  readonly bonuses: (candidates: readonly number[]) => readonly number[]
}

/** `bonusOf` adds to an article's score what is known of the asker or the talk so far; 0 for none. */
export function rank(
  index: KnowledgeIndex,
  recall: Recall,
  query: Query,
  isServed: (article: number) => boolean,
  bonusOf: (article: number) => number,
  sense: TradeSense,
  meant: Meant | null = null,
): Ranking {
  const candidates = recall.recall(query, candidatesMax, isServed, { besides: meant?.besides ?? [] })
  const nearnesses = meant?.bonuses(candidates.map(({ article }) => article))
  const features = featuresOf(index, query, candidates)
  const ranked = order(
    candidates.map((candidate, place) => {
      const text = index.texts.at(candidate.variant)
      const isExact = text === query.wording.text
      const nearness = nearnesses?.[place] ?? 0
      const score = logit(rankModel, features[place]!) + bonusOf(candidate.article) + (isExact ? EXACT_BONUS : 0) + nearness
      return { article: candidate.article, features: features[place]!, score, nearness, text, isExact }
    }),
  )
  if (ranked.length === 0) return { ranked, top: 0, inDomain: 0, vague: 0 }
  const numbers = confidenceOf(sense, query, ranked)
  const top = ranked[0]!.isExact ? EXACT_PROBABILITY : sigmoid(evaluateNetwork(confidence.top, numbers))
  const inDomain = Math.max(top, sigmoid(evaluateNetwork(confidence.inDomain, numbers)))
  return { ranked, top, inDomain, vague: sigmoid(evaluateNetwork(confidence.vague, numbers)) }
}

/** Best first, with shares. Ties by article, so that a question has the same answer on the server and on every desktop. */
export function order(scored: readonly Omit<Scored, 'share'>[]): Scored[] {
  const sorted = scored.toSorted((a, b) => b.score - a.score || a.article - b.article)
  const best = sorted[0]?.score ?? 0
  const sum = sorted.reduce((total, candidate) => total + Math.exp(candidate.score - best), 0)
  return sorted.map((candidate) => ({ ...candidate, share: Math.exp(candidate.score - best) / sum }))
}

/** The probability that the article at `place` is the answer: the first has its own model, the others share what is left. */
export function probabilityAt(ranking: Ranking, place: number): number {
  if (place === 0) return ranking.top
  const rest = 1 - ranking.ranked[0]!.share
  return rest > 0 ? ((ranking.inDomain - ranking.top) * ranking.ranked[place]!.share) / rest : 0
}
