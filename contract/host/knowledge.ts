import { Type } from 'typebox'
import type { Article, Topic } from '../domain/article.ts'
import type { RecommendedFile, Trends } from '../domain/trend.ts'
import { ArticleId } from '../ids.ts'
import { event, request } from './channel.ts'

export interface QuestionLink {
  readonly articleId: ArticleId
  readonly question: string
}

export interface TopicPack {
  readonly topic: Topic
  readonly questions: readonly QuestionLink[]
  /** How often its questions were called of late; null where that is not known. */
  readonly calls: number | null
}

/** 热点推荐: common questions and files for people like the one signed in. */
export interface Recommendation {
  readonly questions: readonly QuestionLink[]
  readonly files: readonly RecommendedFile[]
}

/** 智能联想. */
export interface QuestionSuggestion extends QuestionLink {
  /** A way of putting the question that matches what was typed, where the standard one does not; null where it does. */
  readonly alias: string | null
}

export interface KnowledgeHit {
  readonly article: Article
  /** 0 to 1, calibrated: how likely this article answers the query. */
  readonly probability: number
}

const taxpayer = ['taxpayer'] as const

export const knowledgeRequests = {
  /** What is asked most just now: the last the server said, also with no line; null before the first. */
  'knowledge.trends': request<Trends | null>()(Type.Object({}), taxpayer),
  /** 热点推荐, chosen by who signed in. */
  'knowledge.recommended': request<Recommendation>()(Type.Object({})),
  /** Questions that match what is in the input box, best first; found on this machine. */
  'knowledge.suggest': request<readonly QuestionSuggestion[]>()(Type.Object({ typed: Type.String({ maxLength: 200 }) }), taxpayer),
  /** 问答套餐, most called first. */
  'knowledge.topics': request<readonly TopicPack[]>()(Type.Object({})),
  /** The agent's search; runs on this machine's snapshot. */
  'knowledge.search': request<readonly KnowledgeHit[]>()(
    Type.Object({ query: Type.String({ maxLength: 200 }), limit: Type.Integer({ minimum: 1, maximum: 50 }) }),
    ['console'],
  ),
  'knowledge.article': request<Article>()(Type.Object({ articleId: ArticleId })),
}

export const knowledgeEvents = {
  /** Ask again for what follows from the trends: hot words, recommendations, packs. */
  'trends.changed': event<null>(),
  /** The snapshot on this machine was replaced. */
  'knowledge.changed': event<{ readonly version: string; readonly articles: number }>(),
}
