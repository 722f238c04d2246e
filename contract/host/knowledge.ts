import { Type } from 'typebox'
import type { Article, Topic } from '../domain/article.ts'
import { ArticleId } from '../ids.ts'
import { event, request } from './channel.ts'

export interface QuestionLink {
  readonly articleId: ArticleId
  readonly question: string
}

export interface TopicPack {
  readonly topic: Topic
  readonly questions: readonly QuestionLink[]
}

export interface KnowledgeHit {
  readonly article: Article
  /** 0 to 1, calibrated: how likely this article answers the query. */
  readonly probability: number
}

export const knowledgeRequests = {
  /** 热点推荐: questions chosen by who signed in. */
  'knowledge.recommended': request<readonly QuestionLink[]>()(Type.Object({})),
  /** 问答套餐. */
  'knowledge.topics': request<readonly TopicPack[]>()(Type.Object({})),
  /** The agent's search; runs on this machine's snapshot. */
  'knowledge.search': request<readonly KnowledgeHit[]>()(
    Type.Object({ query: Type.String({ maxLength: 200 }), limit: Type.Integer({ minimum: 1, maximum: 50 }) }),
    ['console'],
  ),
  'knowledge.article': request<Article>()(Type.Object({ articleId: ArticleId })),
}

export const knowledgeEvents = {
  /** The snapshot on this machine was replaced. */
  'knowledge.changed': event<{ readonly version: string; readonly articles: number }>(),
}
