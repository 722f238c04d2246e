import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleId, TopicId } from '@zhengna/contract/ids.ts'
import { codeOf, openDesk, writer, type Desk } from '../../../../test/support/desk.ts'
import type { ArticleVotes, Feedback } from './index.ts'

const votes: ArticleVotes = { useful: 3, useless: [{ reason: 'wrong', remark: '', at: 1, version: 1 }] }
let askedSince = 0
const feedback: Feedback = {
  usage(_db, _ids, since) {
    askedSince = since
    return Promise.resolve(new Map([['vat-one' as ArticleId, { calls: 7, disliked: 2 }]]))
  },
  votes: () => Promise.resolve(votes),
}

let desk: Desk
beforeEach(async () => {
  desk = await openDesk({
    feedback,
    seed: {
      topics: {
        iit: [{ id: 'iit-one', question: '个税怎么退？', answer: '通过 APP 办理，退 100% 的税。' }],
        vat: [
          { id: 'vat-one' },
          { id: 'vat-two', effective: { from: '2020-01-01', to: '2021-12-31' } },
          { id: 'vat-three', status: 'draft', note: '待核：依据' },
        ],
      },
    },
  })
})
afterEach(() => desk.remove())

const ids = async (filter: Parameters<Desk['editing']['catalogue']['list']>[0] = {}) =>
  (await desk.editing.catalogue.list(filter)).articles.map(({ articleId }) => articleId as string)

describe('the list', () => {
  it('has every article once, in the order of topics, with what is served and what is worked on', async () => {
    await desk.draft({ question: '改过的问题怎么办？' }, 'vat-one' as ArticleId)
    const { articles, total } = await desk.editing.catalogue.list({})
    expect(total).toBe(4)
    expect(articles.map(({ articleId }) => articleId)).toEqual(['iit-one', 'vat-one', 'vat-three', 'vat-two'])
    expect(articles[1]).toMatchObject({
      question: '改过的问题怎么办？',
      published: { version: 1, reviewed: '2026-01-01' },
      open: { version: 2, state: 'draft', author: { id: 'zs001' } },
      state: 'draft',
      calls: 7,
      disliked: 2,
    })
    expect(articles[0]).toMatchObject({ open: null, state: 'published', calls: 0 })
    expect(articles[2]).toMatchObject({ published: null, open: { author: null }, state: 'draft' })
  })

  it('asks for what happened in the last 30 days', async () => {
    await ids()
    expect(desk.clock.now() - askedSince).toBeGreaterThanOrEqual(30 * 86_400_000 - 1_000)
    expect(desk.clock.now() - askedSince).toBeLessThan(30 * 86_400_000 + 60_000)
  })

  it('shows one whose last day is past as what it is: published, with that day', async () => {
    const { articles } = await desk.editing.catalogue.list({ text: 'vat-two' })
    expect(articles[0]).toMatchObject({ state: 'published', published: { effective: { from: '2020-01-01', to: '2021-12-31' } } })
  })

  it.each([
    ['a topic', { topicId: 'iit' as TopicId }, ['iit-one']],
    ['the newest state', { state: 'draft' as const }, ['vat-three']],
    ['its id', { text: 'VAT-T' }, ['vat-three', 'vat-two']],
    ['a standard question', { text: '个税怎么' }, ['iit-one']],
    ['a similar question', { text: 'vat-one 咋弄' }, ['vat-one']],
    ['words apart, in any order', { text: '咋弄  vat-one' }, ['vat-one']],
    ['its text, whatever the case', { text: 'app' }, ['iit-one']],
    ['a mark that means something to the store', { text: '100%' }, ['iit-one']],
    ['another such mark', { text: 'vat_one' }, []],
    ['all at once', { topicId: 'vat' as TopicId, state: 'published' as const, text: '答案' }, ['vat-one', 'vat-two']],
  ])('is narrowed by %s', async (_, filter, expected) => expect(await ids(filter)).toEqual(expected))

  it('comes in pages, each counted whole', async () => {
    expect(await desk.editing.catalogue.list({ offset: 1, limit: 2 })).toMatchObject({
      total: 4,
      articles: [{ articleId: 'vat-one' }, { articleId: 'vat-three' }],
    })
    expect((await desk.editing.catalogue.list({ offset: 9 })).articles).toEqual([])
  })
})

describe('one article', () => {
  it('comes with all its revisions, the texts of the served and the open one, and the votes', async () => {
    const id = 'vat-one' as ArticleId
    await desk.publish({ text: '二' }, id)
    const draft = await desk.draft({ text: '三' }, id)
    const article = await desk.editing.catalogue.get(id)
    expect(article.history.map(({ version, state }) => [version, state])).toEqual([
      [3, 'draft'],
      [2, 'published'],
      [1, 'superseded'],
    ])
    expect(article.published?.content.parts).toEqual([{ type: 'text', markdown: '二' }])
    expect(article.open).toEqual(draft)
    expect(article.votes).toEqual(votes)
    expect((await desk.editing.catalogue.revision(id, 1)).content.parts).toEqual([{ type: 'text', markdown: 'vat-one 的答案。' }])
  })

  it('must be there', async () => {
    expect(await codeOf(desk.editing.catalogue.get('none' as ArticleId))).toBe('ARTICLE_NOT_FOUND')
    expect(await codeOf(desk.editing.catalogue.revision('vat-one' as ArticleId, 2))).toBe('REVISION_NOT_FOUND')
  })

  it('is gone when its only draft is thrown away', async () => {
    const draft = await desk.editing.drafting.revise(writer, 'vat-three' as ArticleId)
    await desk.editing.drafting.discard(draft.articleId, draft.version)
    expect(await codeOf(desk.editing.catalogue.get(draft.articleId))).toBe('ARTICLE_NOT_FOUND')
  })
})
