import type { Article } from '@zhengna/contract/domain/article.ts'
import type { Audience } from '@zhengna/contract/domain/person.ts'
import { expect, it } from 'vitest'
import { buildArticle } from '../testing/article-builder.ts'
import { filesOf, noSignals, recommend, type RecommendationSignals } from './recommendation.ts'

const article = (id: string, topicId: string, audience: Audience[], change: Partial<Article> = {}): Article =>
  buildArticle({ ...change, id, topicId, audience })

const articles = [
  article('all', 'general', ['everyone']),
  article('small-1', 'small', ['small-scale']),
  article('small-2', 'small', ['small-scale']),
  article('small-3', 'small', ['small-scale']),
  article('firm', 'firm', ['enterprise', 'small-scale']),
  article('firm-2', 'firm-2', ['enterprise']),
  article('firm-3', 'firm-2', ['enterprise']),
  article('person', 'iit', ['person']),
]
const signals = (change: Partial<RecommendationSignals>): RecommendationSignals => ({ ...noSignals, ...change })
const ids = (audiences: Audience[], given: RecommendationSignals = noSignals, limit = 8): string[] =>
  recommend(articles, audiences, given, limit).map(({ id }) => id)

it('with nothing known but who asks: one question a topic, the rarer its audience the sooner', () => {
  expect(ids(['small-scale', 'enterprise'])).toEqual(['firm', 'firm-2', 'small-1', 'all'])
})

it('what was written for others alone is never recommended, however hot', () => {
  expect(ids(['person'], signals({ heatOf: () => 1, evidence: 1 }))).toEqual(['person', 'all'])
})

it('what people alike ask rises with the evidence', () => {
  const heatOf = (id: string): number => (id === 'small-3' ? 1 : 0)
  expect(ids(['small-scale'], signals({ heatOf, evidence: 0 }))).not.toContain('small-3')
  expect(ids(['small-scale'], signals({ heatOf, evidence: 0.9 }))[0]).toBe('small-3')
})

it('a topic in season rises', () => {
  const liftOf = (topicId: string): number => (topicId === 'general' ? 2 : 0)
  expect(ids(['small-scale', 'enterprise'], signals({ liftOf }))[0]).toBe('all')
})

it('no topic takes more than two places', () => {
  const heatOf = (id: string): number => (id.startsWith('small') ? 1 : 0)
  expect(ids(['small-scale'], signals({ heatOf, evidence: 1 })).filter((id) => id.startsWith('small'))).toHaveLength(2)
})

it('an article that asks back is left out', () => {
  const asksBack = article('asks', 'new', ['everyone'], {
    parts: [{ type: 'options', prompt: '哪一种？', options: [] as never }],
  })
  expect(recommend([asksBack], [], noSignals, 8)).toEqual([])
})

it('no more than asked for', () => {
  expect(ids(['small-scale', 'enterprise'], noSignals, 2)).toHaveLength(2)
})

it('files are those of the answers, each once', () => {
  const file = { type: 'file' as const, asset: 'list.xlsx', name: '清单.xlsx' }
  const withFile = [article('a', 't', ['everyone'], { parts: [file] }), article('b', 't', ['everyone'], { parts: [file] })]
  expect(filesOf(withFile, 5)).toEqual([{ articleId: 'a', asset: 'list.xlsx', name: '清单.xlsx' }])
  expect(filesOf(withFile, 0)).toEqual([])
})
