// What is asked most just now, with the recent counting more: 热词, 热点推荐, the order of 问答套餐.
import { Type, type Static } from 'typebox'
import { ArticleId, TopicId } from '../ids.ts'

/** A file of a recommended answer. */
export const RecommendedFile = Type.Object({ articleId: ArticleId, asset: Type.String(), name: Type.String() })
export type RecommendedFile = Static<typeof RecommendedFile>

export const Trends = Type.Object({
  /** Most asked first; 换一批 goes through them. */
  hotWords: Type.Array(Type.String()),
  /** How many are shown at once. */
  hotWordsShown: Type.Integer({ minimum: 1 }),
  /** By how often their questions were called of late; topics nobody asked about follow in the knowledge base's order. */
  packs: Type.Array(Type.Object({ topicId: TopicId, calls: Type.Integer({ minimum: 0 }) })),
  /** For people like the asker, on this day. */
  recommended: Type.Array(ArticleId),
  /** Of the answers recommended to them, and then of others written for people like them. */
  files: Type.Array(RecommendedFile),
  /** What everybody asks: 1 for the most asked article, the others in proportion. Lifts suggestions while typing. */
  popular: Type.Array(Type.Object({ articleId: ArticleId, weight: Type.Number({ minimum: 0, maximum: 1 }) })),
  computedAt: Type.Integer({ description: 'milliseconds since 1970' }),
})
export type Trends = Static<typeof Trends>
