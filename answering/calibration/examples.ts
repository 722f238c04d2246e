// What the weights are learnt from: taxpayers' own words with the article they belong to, and words that belong to none.
import { readFileSync } from 'node:fs'
import type { Article } from '@zhengna/contract/domain/article.ts'
import type { Lexicon, OtherOffice } from '@zhengna/contract/domain/lexicon.ts'
import type { EngineKnowledge } from '../engine.ts'
import { buildIndex } from '../index/knowledge-index.ts'
import { buildVocabulary } from '../lexicon/vocabulary.ts'
import type { TradeSense } from '../ranking/confidence.ts'
import { featuresOf } from '../ranking/features.ts'
import { Others } from '../ranking/others.ts'
import { readQuery, type Query } from '../ranking/query.ts'
import { candidatesMax } from '../ranking/rank.ts'
import { Recall } from '../ranking/recall.ts'
import type { EvaluationQuestion } from '../testing/evaluation-set.ts'

export type Source = 'similar' | 'tuning' | 'vague' | 'off-topic'

export type Example = {
  readonly source: Source
  readonly query: Query
  readonly sense: TradeSense
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
    const without = <T>(list: readonly T[]): T[] => list.filter((_, place) => place % FOLDS !== fold)
    const elsewhere = lexicon.elsewhere.map((office): OtherOffice => ({ ...office, examples: without(office.examples) }))
    const vague = without(lexicon.vague)
    const ask = asker(
      published.map((article) => ({ ...article, similar: without(article.similar) })),
      { ...lexicon, elsewhere, vague },
    )
    for (const article of published) {
      for (const question of article.similar.filter(isHeldOut)) examples.push(ask('similar', question, [article.id]))
    }
    for (const question of lexicon.vague.filter(isHeldOut)) examples.push(ask('vague', question, []))
    for (const office of lexicon.elsewhere) {
      for (const question of office.examples.filter(isHeldOut)) examples.push(ask('off-topic', question, []))
    }
  }
  const ask = asker(published, lexicon)
  for (const question of tuning) {
    if (question.decision === 'transfer') continue
    const source = question.expect !== null ? 'tuning' : question.decision === 'clarify' ? 'vague' : 'off-topic'
    examples.push(ask(source, question.query, question.expect ?? []))
  }
  for (const question of readOffTopic()) examples.push(ask('off-topic', question, []))
  return examples
}

function asker(articles: readonly Article[], lexicon: Lexicon): (source: Source, question: string, right: readonly string[]) => Example {
  const vocabulary = buildVocabulary(lexicon)
  const index = buildIndex(articles, vocabulary)
  const recall = new Recall(index)
  const others = new Others(vocabulary)
  return (source, question, right) => {
    const query = readQuery(index, question)
    const recalled = recall.recall(query, candidatesMax, () => true)
    const features = featuresOf(index, query, recalled)
    const candidates = recalled.map((candidate, place) => ({
      article: candidate.article,
      text: index.texts.at(candidate.variant),
      features: features[place]!,
      isRight: right.includes(articles[candidate.article]!.id),
    }))
    return { source, query, candidates, sense: { vocabulary, other: others.nearest(query.wording) } }
  }
}

/** More that no article answers, one a line; unlike the lexicon's examples, the engine never sees it. None is in test/evaluation. */
const readOffTopic = (): string[] =>
  readFileSync(new URL('data/off-topic.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n')
