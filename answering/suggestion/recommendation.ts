// 热点推荐: what people like the asker ask, what the season is about, and what was written for people like them. With nothing
// known of the first two it is the third alone, one question a topic.
import type { AnswerPart } from '@zhengna/contract/domain/answer.ts'
import type { Article } from '@zhengna/contract/domain/article.ts'
import type { Audience } from '@zhengna/contract/domain/person.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { fittingFor } from './audience-fit.ts'
import type { SeasonLift } from './filing-season.ts'

export interface RecommendationSignals {
  /** How much people like the asker ask for an article, 0…1. */
  readonly heatOf: (articleId: ArticleId) => number
  /** How much that says, 0…1. */
  readonly evidence: number
  readonly liftOf: SeasonLift
}

export const noSignals: RecommendationSignals = { heatOf: () => 0, evidence: 0, liftOf: () => 0 }

const HEAT = 2
const SEASON = 0.6
const PER_TOPIC_MAX = 2

/** `articles`: in force, in the knowledge base's order. Best first, at most `limit`. */
export function recommend(
  articles: readonly Article[],
  audiences: readonly Audience[],
  { heatOf, evidence, liftOf }: RecommendationSignals,
  limit: number,
): Article[] {
  const { articles: fitting, firsts } = fittingFor(articles, audiences)
  const fitOf = new Map(firsts.map((article, place) => [article.id, 1 - place / firsts.length]))
  const taken = new Map<string, number>()
  return (
    fitting
      .map((article) => {
        const fit = fitOf.get(article.id) ?? 0
        // Of a topic in season the first article; its others are wanted where people ask for them.
        return { article, score: HEAT * evidence * heatOf(article.id) + fit + (fit > 0 ? SEASON * liftOf(article.topicId) : 0) }
      })
      // Stable: equals stay in the order of fit.
      .sort((a, b) => b.score - a.score)
      .flatMap(({ article, score }) => {
        const ofTopic = taken.get(article.topicId) ?? 0
        if (score === 0 || ofTopic >= PER_TOPIC_MAX) return []
        taken.set(article.topicId, ofTopic + 1)
        return article
      })
      .slice(0, limit)
  )
}

export interface AnswerFile {
  readonly articleId: ArticleId
  readonly asset: string
  readonly name: string
}

/** The files that answers bring along, each once. */
export function filesOf(articles: readonly Article[], limit: number): AnswerFile[] {
  const files = new Map<string, AnswerFile>()
  for (const { id, parts } of articles)
    for (const part of parts)
      if (isFile(part) && !files.has(part.asset)) files.set(part.asset, { articleId: id, asset: part.asset, name: part.name })
  return [...files.values()].slice(0, limit)
}

const isFile = (part: AnswerPart): part is Extract<AnswerPart, { type: 'file' }> => part.type === 'file'
