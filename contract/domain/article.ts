// A knowledge article: one question taxpayers really have, its answer and the papers it rests on.
import { Type, type Static } from 'typebox'
import { ArticleId, TopicId } from '../ids.ts'
import { AnswerPart, Basis, Effective } from './answer.ts'
import { Audience } from './person.ts'

export const questionKinds = ['how', 'amount', 'when', 'where', 'who', 'whether', 'what', 'why', 'consequence'] as const
export type QuestionKind = (typeof questionKinds)[number]
export const QuestionKind = Type.Unsafe<QuestionKind>(Type.Union(questionKinds.map((k) => Type.Literal(k))))

export const articleStates = ['draft', 'published', 'expired'] as const
export type ArticleState = (typeof articleStates)[number]
export const ArticleState = Type.Unsafe<ArticleState>(Type.Union(articleStates.map((s) => Type.Literal(s))))

export const Topic = Type.Object({ id: TopicId, name: Type.String(), summary: Type.String() })
export type Topic = Static<typeof Topic>

export const Article = Type.Object({
  id: ArticleId,
  version: Type.Integer({ minimum: 1 }),
  topicId: TopicId,
  /** The standard question. */
  question: Type.String({ minLength: 4, maxLength: 200 }),
  /** The same question in taxpayers' own words. */
  similar: Type.Array(Type.String({ minLength: 1, maxLength: 200 })),
  parts: Type.Array(AnswerPart, { minItems: 1 }),
  basis: Type.Array(Basis, { minItems: 1 }),
  effective: Effective,
  region: Type.String(),
  audience: Type.Array(Audience, { minItems: 1 }),
  kind: QuestionKind,
  keywords: Type.Array(Type.String()),
  /** The day somebody last held it against the law, YYYY-MM-DD. */
  reviewed: Type.String(),
  state: ArticleState,
  /** Why a draft is not published: 待核：…; empty for the rest. */
  note: Type.String(),
})
export type Article = Static<typeof Article>

/** All published articles at one moment: what a desktop holds to answer with no line. */
export const KnowledgeSnapshot = Type.Object({
  /** Changes whenever any published article changes. */
  version: Type.String(),
  topics: Type.Array(Topic),
  articles: Type.Array(Article),
})
export type KnowledgeSnapshot = Static<typeof KnowledgeSnapshot>

/** An expired article is never served, one whose day has not come neither. `day` is YYYY-MM-DD in Beijing. */
export function isInForce(effective: Effective, day: string): boolean {
  return effective.from <= day && (effective.to === null || day <= effective.to)
}
