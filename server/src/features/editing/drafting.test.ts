import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleId, TopicId } from '@zhengna/contract/ids.ts'
import { articleContent } from '../../../../test/support/article-content.ts'
import { codeOf, openDesk, reviewer, sentenceOf, third, writer, type Desk } from '../../../../test/support/desk.ts'

let desk: Desk

beforeEach(async () => {
  desk = await openDesk({ seed: { topics: { vat: [{ id: 'vat-seeded' }], iit: [] } } })
})
afterEach(() => desk.remove())

const seeded = 'vat-seeded' as ArticleId

describe('a new article', () => {
  it('is a draft of whoever began it, and served to nobody', async () => {
    const draft = await desk.editing.drafting.create(writer, articleContent())
    expect(draft).toMatchObject({
      version: 1,
      state: 'draft',
      author: { id: 'zs001', name: '演示知识维护员' },
      authors: ['zs001'],
    })
    expect(draft.articleId).toMatch(/^vat-[0-9a-f]{10}$/)
    await desk.knowledge.refresh()
    expect(desk.served(draft.articleId)).toBeUndefined()
  })

  it('belongs to a topic there is', async () => {
    const content = articleContent({ topicId: 'nowhere' as TopicId })
    expect(await codeOf(desk.editing.drafting.create(writer, content))).toBe('TOPIC_NOT_FOUND')
    await desk.editing.topics.remove(writer, 'iit' as TopicId)
    expect(await codeOf(desk.editing.drafting.create(writer, articleContent({ topicId: 'iit' as TopicId })))).toBe('TOPIC_NOT_FOUND')
  })
})

describe('revising', () => {
  it('begins from the newest text as the next version', async () => {
    const draft = await desk.editing.drafting.revise(writer, seeded)
    expect(draft).toMatchObject({ version: 2, state: 'draft', author: { id: 'zs001' } })
    expect(draft.content).toEqual((await desk.editing.catalogue.revision(seeded, 1)).content)
  })

  it('what is open already is gone on with, by whomever', async () => {
    const draft = await desk.editing.drafting.revise(writer, seeded)
    expect(await desk.editing.drafting.revise(reviewer, seeded)).toEqual(draft)
  })

  it('of two who begin at once both get the same draft', async () => {
    const drafts = await Promise.all([writer, reviewer].map((editor) => desk.editing.drafting.revise(editor, seeded)))
    expect(drafts[0]).toEqual(drafts[1])
  })

  it('needs an article', async () => {
    expect(await codeOf(desk.editing.drafting.revise(writer, 'none' as ArticleId))).toBe('ARTICLE_NOT_FOUND')
  })

  it('brings back one that expired, as the next version', async () => {
    await desk.editing.serving.expire(writer, seeded, '停用', false)
    expect(await desk.editing.drafting.revise(writer, seeded)).toMatchObject({ version: 2, state: 'draft' })
  })
})

describe('saving', () => {
  it('keeps the text and grows the lock', async () => {
    const draft = await desk.draft()
    const saved = await desk.editing.drafting.save(writer, draft, { ...draft.content, region: '北京' })
    expect(saved).toMatchObject({ lock: draft.lock + 1, content: { region: '北京' } })
  })

  it('of two who saw the same only the first is stored, and the second hears whose it is', async () => {
    const draft = await desk.draft()
    const save = (editor: typeof writer, region: string) => desk.editing.drafting.save(editor, draft, { ...draft.content, region })
    const [first, second] = await Promise.allSettled([save(reviewer, '上海'), save(writer, '北京')])
    expect(first.status).toBe('fulfilled')
    expect(second).toMatchObject({ reason: { failure: { code: 'REVISION_CHANGED_MEANWHILE', detail: { name: '演示知识维护员二' } } } })
    expect((await desk.editing.catalogue.revision(draft.articleId, 1)).content.region).toBe('上海')
  })

  it('tells one person with two windows that it was they', async () => {
    const draft = await desk.draft()
    await desk.editing.drafting.save(writer, draft, draft.content)
    expect(await sentenceOf(desk.editing.drafting.save(writer, draft, draft.content))).toMatch(/^您在其他窗口刚刚修改了该版本/)
  })

  it('makes everybody who saved an author, the last of them the named one', async () => {
    const draft = await desk.draft()
    const saved = await desk.editing.drafting.save(third, draft, draft.content)
    expect(saved).toMatchObject({ author: { id: 'admin001' }, authors: ['zs001', 'admin001'] })
  })

  it('is for drafts alone', async () => {
    const submitted = await desk.submit(await desk.draft())
    expect(await sentenceOf(desk.editing.drafting.save(writer, submitted, submitted.content))).toBe('该版本现为“待审核”，不能进行此操作。')
    expect(await codeOf(desk.editing.drafting.save(writer, { articleId: seeded, version: 1, lock: 0 }, articleContent()))).toBe(
      'REVISION_STATE_WRONG',
    )
    expect(await codeOf(desk.editing.drafting.save(writer, { articleId: seeded, version: 9, lock: 0 }, articleContent()))).toBe(
      'REVISION_NOT_FOUND',
    )
  })

  it('keeps nothing that the contract does not know', async () => {
    const draft = await desk.draft()
    const smuggled = {
      ...draft.content,
      id: 'other',
      version: 99,
      state: 'published',
      parts: [{ type: 'text', markdown: '好', html: '<b>' }],
    }
    const saved = await desk.editing.drafting.save(writer, draft, smuggled as never)
    expect(saved.content).toEqual({ ...draft.content, parts: [{ type: 'text', markdown: '好' }] })
  })
})

describe('discarding', () => {
  it('what was thrown away and begun again is not written over by who still has the old one open', async () => {
    const old = await desk.editing.drafting.revise(writer, seeded)
    await desk.editing.drafting.discard(seeded, old.version)
    desk.clock.advance(1_000)
    const fresh = await desk.editing.drafting.revise(reviewer, seeded)
    expect(fresh.version).toBe(old.version)
    expect(await codeOf(desk.editing.drafting.save(writer, old, old.content))).toBe('REVISION_CHANGED_MEANWHILE')
  })

  it('a draft that is thrown away never was: its number is given again', async () => {
    const draft = await desk.editing.drafting.revise(writer, seeded)
    await desk.editing.drafting.discard(seeded, draft.version)
    expect((await desk.editing.catalogue.get(seeded)).history.map(({ version }) => version)).toEqual([1])
    expect(await desk.editing.drafting.revise(reviewer, seeded)).toMatchObject({ version: 2, authors: ['zs002'] })
  })

  it('is for drafts alone', async () => {
    const submitted = await desk.submit(await desk.draft())
    expect(await codeOf(desk.editing.drafting.discard(submitted.articleId, 1))).toBe('REVISION_STATE_WRONG')
    expect(await codeOf(desk.editing.drafting.discard(seeded, 1))).toBe('REVISION_STATE_WRONG')
    expect(await codeOf(desk.editing.drafting.discard(seeded, 2))).toBe('REVISION_NOT_FOUND')
  })
})
