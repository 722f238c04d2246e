import type { ArticleId } from '@zhengna/contract/ids.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { groupsOf, Popularity, type Call } from './popularity.ts'

const DAY = 86_400_000
const now = 1_000 * DAY
const halfLifeMs = 14 * DAY
const shop = groupsOf({ audiences: ['small-scale', 'withholding-agent'], industry: '批发和零售业', officeId: 'a' })
const worker = groupsOf({ audiences: ['person'], industry: null, officeId: 'b' })

const call = (articleId: string, change: Partial<Call> & { daysAgo?: number } = {}): Call => {
  const { daysAgo = 0, ...given } = change
  return { articleId: articleId as ArticleId, at: now - daysAgo * DAY, person: articleId, groups: shop, weight: 1, ...given }
}
function popularityOf(calls: readonly Call[]): Popularity {
  const popularity = new Popularity()
  for (const one of calls) popularity.add(one)
  popularity.weigh(now, halfLifeMs)
  return popularity
}
const order = (popularity: Popularity): string[] => popularity.ofAll().map(({ articleId }) => articleId)

it('newer calls count more', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 9 }), (daysAgo, older, people) => {
      const by = (articleId: string, age: number): Call[] =>
        Array.from({ length: people }, (_, i) => call(articleId, { person: `${articleId}${i}`, daysAgo: age }))
      expect(order(popularityOf([...by('old', daysAgo + older), ...by('new', daysAgo)]))).toEqual(['new', 'old'])
    }),
  )
})

it('one person’s calls of an article count once, by the newest of them', () => {
  const eager = Array.from({ length: 100 }, (_, i) => call('eager', { person: 'one', daysAgo: i }))
  const popularity = popularityOf([...eager, call('asked', { person: 'two' }), call('asked', { person: 'three' })])
  expect(popularity.ofAll()).toEqual([
    { articleId: 'asked', weight: 1 },
    { articleId: 'eager', weight: 0.5 },
  ])
})

it('the order in which calls are read does not matter', () => {
  const calls = [call('a', { daysAgo: 3 }), call('a', { daysAgo: 1 }), call('b', { daysAgo: 2 }), call('b', { person: 'x', daysAgo: 40 })]
  expect(popularityOf(calls.toReversed()).ofAll()).toEqual(popularityOf(calls).ofAll())
})

it('what people alike ask comes before what others ask more', () => {
  const shops = Array.from({ length: 30 }, (_, i) => call('shop', { person: `s${i}` }))
  const workers = Array.from({ length: 60 }, (_, i) => call('worker', { person: `w${i}`, groups: worker }))
  const popularity = popularityOf([...shops, ...workers])
  expect(order(popularity)).toEqual(['worker', 'shop'])
  const among = popularity.among(shop)
  expect(among.get('shop' as ArticleId)).toBe(1)
  expect(among.get('worker' as ArticleId)).toBeLessThan(0.6)
})

it('a group of few says little: with one call of their own, everybody’s calls decide', () => {
  const many = Array.from({ length: 200 }, (_, i) => call('many', { person: `w${i}`, groups: worker }))
  expect(
    popularityOf([...many, call('once')])
      .among(shop)
      .get('many' as ArticleId),
  ).toBe(1)
})

it('withholding says nothing about what somebody is like', () => {
  expect(shop).toEqual(['audience:small-scale', 'industry:批发和零售业', 'office:a'])
})

it('no calls: nothing is popular, and there is no evidence', () => {
  const popularity = popularityOf([])
  expect([popularity.ofAll(), [...popularity.among(shop)], popularity.evidence]).toEqual([[], [], 0])
})
