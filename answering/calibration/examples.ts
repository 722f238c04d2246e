// What the weights are learnt from: taxpayers' own words with the article they belong to, and words that belong to none.
import type { Article } from '@zhengna/contract/domain/article.ts'
import type { Lexicon } from '@zhengna/contract/domain/lexicon.ts'
import type { EngineKnowledge } from '../engine.ts'
import { buildIndex } from '../index/knowledge-index.ts'
import { featuresOf } from '../ranking/features.ts'
import { readQuery, type Query } from '../ranking/query.ts'
import { candidatesMax } from '../ranking/rank.ts'
import { Recall } from '../ranking/recall.ts'
import type { EvaluationQuestion } from '../testing/evaluation-set.ts'
import { offTopic } from './off-topic.ts'
import { vague } from './vague.ts'

export type Example = {
  readonly source: 'similar' | 'tuning' | 'vague' | 'off-topic'
  readonly query: Query
  readonly candidates: readonly {
    readonly article: number
    readonly features: Float64Array
    readonly text: string
    readonly isRight: boolean
  }[]
}

/** Each similar question is asked of a knowledge base that lacks an eighth of them, itself included. */
const FOLDS = 8

export function collectExamples({ articles, lexicon }: EngineKnowledge, tuning: readonly EvaluationQuestion[]): Example[] {
  const published = articles.filter((article) => article.state === 'published')
  const examples: Example[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const isHeldOut = (_: string, place: number): boolean => place % FOLDS === fold
    const ask = asker(
      published.map((article) => ({ ...article, similar: article.similar.filter((q, i) => !isHeldOut(q, i)) })),
      lexicon,
    )
    for (const article of published) {
      for (const question of article.similar.filter(isHeldOut)) examples.push(ask('similar', question, [article.id]))
    }
  }
  const ask = asker(published, lexicon)
  for (const question of tuning) {
    if (question.decision === 'transfer') continue
    const source = question.expect !== null ? 'tuning' : question.decision === 'clarify' ? 'vague' : 'off-topic'
    examples.push(ask(source, question.query, question.expect ?? []))
  }
  for (const question of vague) examples.push(ask('vague', question, []))
  for (const question of offTopic) examples.push(ask('off-topic', question, []))
  return examples
}

function asker(
  articles: readonly Article[],
  lexicon: Lexicon,
): (source: Example['source'], question: string, right: readonly string[]) => Example {
  const index = buildIndex(articles, lexicon)
  const recall = new Recall(index)
  return (source, question, right) => {
    const query = readQuery(index, question)
    const candidates = recall
      .recall(query, candidatesMax, () => true)
      .map((candidate) => ({
        article: candidate.article,
        text: index.texts[candidate.variant] ?? '',
        features: featuresOf(index, query, candidate),
        isRight: right.includes(articles[candidate.article]!.id),
      }))
    return { source, query, candidates }
  }
}
