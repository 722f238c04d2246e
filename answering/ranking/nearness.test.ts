import type { ArticleId } from '@zhengna/contract/ids.ts'
import { expect, it } from 'vitest'
import { createEngine, initialDialogue, type Nearness } from '../engine.ts'
import { buildArticle } from '../testing/article-builder.ts'
import { buildKnowledge } from '../testing/knowledge-builder.ts'
import { nearnessBonuses } from './nearness.ts'

const ids = (...names: string[]) => names as ArticleId[]
const nearnessOf = (cosines: Record<string, number>): Nearness => new Map(Object.entries(cosines) as [ArticleId, number][])

it('only how a candidate stands out counts, not how high a model’s cosines are', () => {
  const low = nearnessBonuses(ids('a', 'b', 'c'), nearnessOf({ a: 0.3, b: 0.1, c: 0.1 }))
  const high = nearnessBonuses(ids('a', 'b', 'c'), nearnessOf({ a: 0.9, b: 0.8, c: 0.8 }))
  for (const [i, bonus] of low.entries()) expect(bonus).toBeCloseTo(high[i]!, 9)
  expect(low[0]).toBeGreaterThan(0)
})

it('candidates that are equally near gain nothing', () => {
  expect(nearnessBonuses(ids('a', 'b'), nearnessOf({ a: 0.5, b: 0.5 }))).toEqual([0, 0])
})

it('one that is not among the near is as far as the farthest of them', () => {
  const [, missing, farthest] = nearnessBonuses(ids('a', 'b', 'c'), nearnessOf({ a: 0.9, c: 0.2 }))
  expect(missing).toBe(farthest)
})

const engine = createEngine(
  buildKnowledge([
    buildArticle({ id: 'car', question: '买车要交多少车辆购置税' }),
    buildArticle({ id: 'house', question: '买房要交多少契税' }),
    buildArticle({ id: 'stamp', question: '签合同要交多少印花税' }),
  ]),
)
const ask = (query: string, nearness?: Nearness) =>
  engine.ask(query, { audiences: [], day: '2026-03-01', dialogue: initialDialogue, ...(nearness && { nearness }) })

it('an article that no word of the question leads to is found by its meaning', () => {
  expect(ask('ホンダを登録').ranked.map(({ articleId }) => articleId)).not.toContain('car')
  expect(ask('ホンダを登録', nearnessOf({ car: 0.8, house: 0.2, stamp: 0.1 })).ranked[0]?.articleId).toBe('car')
})

it('what is near to nothing of the knowledge base changes nothing', () => {
  expect(ask('买车要交多少车辆购置税', nearnessOf({ elsewhere: 0.9 })).ranked).toEqual(ask('买车要交多少车辆购置税').ranked)
})

it('the reasons an editor is shown say what the model added', () => {
  const explained = engine.explain('买车要交什么税', {
    audiences: [],
    day: '2026-03-01',
    dialogue: initialDialogue,
    nearness: nearnessOf({ house: 0.9, car: 0.1, stamp: 0.1 }),
  })
  const house = explained.candidates.find(({ articleId }) => articleId === 'house')
  expect(house?.reasons.find(({ name }) => name === 'nearness')?.contribution).toBeGreaterThan(0)
})
