import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { RECIPIENTS } from '../../../../test/support/fake-recall.ts'
import { codeOf, openDesk, reviewer, sentenceOf, third, writer, type Desk } from '../../../../test/support/desk.ts'

let desk: Desk

beforeEach(async () => {
  desk = await openDesk({ seed: { topics: { vat: [{ id: 'vat-seeded' }, { id: 'vat-waiting', status: 'draft', note: '' }] } } })
})
afterEach(() => desk.remove())

const seeded = 'vat-seeded' as ArticleId
const submission = { changeNote: '', isSubstantive: false, publishAt: null }

describe('handing in', () => {
  it('puts the draft before the reviewers, oldest first, each told which is their own', async () => {
    const first = await desk.submit(await desk.draft())
    desk.clock.advance(1_000)
    const second = await desk.submit(await desk.draft())
    const seen = async (editor: typeof writer) =>
      (await desk.editing.reviewing.reviews(editor)).map(({ summary, isOwn }) => ({ id: summary.articleId, isOwn }))
    expect(await seen(writer)).toEqual([
      { id: first.articleId, isOwn: true },
      { id: second.articleId, isOwn: true },
    ])
    expect((await seen(reviewer)).map(({ isOwn }) => isOwn)).toEqual([false, false])
  })

  it('a change in substance of what was served once needs a note for those who were given it', async () => {
    const draft = await desk.draft({ text: '新的答案。' }, seeded)
    const submit = (changeNote: string) => desk.editing.reviewing.submit(writer, draft, { ...submission, changeNote, isSubstantive: true })
    expect(await codeOf(submit('  \n'))).toBe('REVISION_NOTE_MISSING')
    expect(await submit(' 税率改了。 ')).toMatchObject({ state: 'review', changeNote: '税率改了。', isSubstantive: true })
  })

  it('one that nobody was ever given needs none', async () => {
    expect(await desk.submit(await desk.draft(), { isSubstantive: true })).toMatchObject({ state: 'review' })
  })

  it('what a reviewer could not let pass does not get there', async () => {
    const draft = await desk.draft({ basis: [{ document: '某文件', number: '' }], effective: { from: '2026-02-30', to: null } })
    expect(await sentenceOf(desk.submit(draft))).toBe('知识条目不完整：生效日期：请填写，格式为 2026-01-31；依据第 1 条：请填写文号。')
  })

  it('whoever hands it in is an author too, even of a text they did not write', async () => {
    const [waiting] = (await desk.editing.catalogue.get('vat-waiting' as ArticleId)).history
    const submitted = await desk.editing.reviewing.submit(writer, waiting!, submission)
    expect(submitted).toMatchObject({ author: { id: 'zs001' }, authors: ['zs001'] })
    expect(await codeOf(desk.editing.reviewing.approve(writer, submitted))).toBe('REVIEW_OWN')
  })
})

describe('the reviewer', () => {
  it('is never the author', async () => {
    const submitted = await desk.submit(await desk.draft())
    expect(await codeOf(desk.editing.reviewing.approve(writer, submitted))).toBe('REVIEW_OWN')
    expect(await codeOf(desk.editing.reviewing.sendBack(writer, submitted, '不行'))).toBe('REVIEW_OWN')
    expect(await desk.editing.reviewing.approve(reviewer, submitted)).toMatchObject({
      revision: { state: 'published', reviewer: { id: 'zs002', name: '演示知识维护员二' } },
    })
  })

  it('is nobody who ever saved it', async () => {
    const draft = await desk.draft()
    const touched = await desk.editing.drafting.save(reviewer, draft, draft.content)
    const saved = await desk.editing.drafting.save(writer, touched, touched.content)
    const submitted = await desk.submit(saved)
    expect(await codeOf(desk.editing.reviewing.approve(reviewer, submitted))).toBe('REVIEW_OWN')
    expect(await codeOf(desk.editing.reviewing.approve(third, submitted))).toBeNull()
  })

  it('may be the author of another revision of the same article', async () => {
    const first = await desk.publish({ text: '一' })
    const again = await desk.editing.drafting.revise(reviewer, first.articleId)
    const submitted = await desk.editing.reviewing.submit(reviewer, again, submission)
    expect(await codeOf(desk.editing.reviewing.approve(writer, submitted))).toBeNull()
  })

  it('sends it back with the reason, which goes with the next submission', async () => {
    const submitted = await desk.submit(await desk.draft())
    const returned = await desk.editing.reviewing.sendBack(reviewer, submitted, '依据不对')
    expect(returned).toMatchObject({ state: 'draft', remark: '依据不对', reviewer: { id: 'zs002' } })
    expect(await desk.submit(returned)).toMatchObject({ state: 'review', remark: '', reviewer: null, reviewedAt: null })
  })

  it('of two who approve at once one does, and the other hears that it is done', async () => {
    const submitted = await desk.submit(await desk.draft())
    const results = await Promise.all([reviewer, third].map((one) => codeOf(desk.editing.reviewing.approve(one, submitted))))
    expect(results).toEqual([null, 'REVISION_STATE_WRONG'])
  })

  it('approves what they saw, not what came after', async () => {
    const submitted = await desk.submit(await desk.draft())
    const withdrawn = await desk.editing.reviewing.withdraw(writer, submitted)
    await desk.submit(await desk.editing.drafting.save(writer, withdrawn, { ...withdrawn.content, region: '上海' }))
    expect(await codeOf(desk.editing.reviewing.approve(reviewer, submitted))).toBe('REVISION_CHANGED_MEANWHILE')
  })

  it('hears what came between since it was handed in', async () => {
    const question = '两个人同时写的问题怎么办？'
    const submitted = await desk.submit(await desk.draft({ question, effective: { from: '2026-01-01', to: '2099-01-01' } }))
    desk.clock.advance(80 * 365 * 86_400_000)
    expect(await sentenceOf(desk.editing.reviewing.approve(reviewer, submitted))).toContain('失效日期：已经过去')
    expect(await desk.editing.catalogue.revision(submitted.articleId, 1)).toMatchObject({ state: 'review', lock: submitted.lock })
  })
})

describe('taking back', () => {
  it('from review is its authors’ alone', async () => {
    const submitted = await desk.submit(await desk.draft())
    expect(await codeOf(desk.editing.reviewing.withdraw(reviewer, submitted))).toBe('FORBIDDEN')
    expect(await desk.editing.reviewing.withdraw(writer, submitted)).toMatchObject({ state: 'draft', submittedAt: null })
  })

  it('from the timetable is anybody’s', async () => {
    const submitted = await desk.submit(await desk.draft(), { publishAt: desk.clock.now() + 3_600_000 })
    const scheduled = await desk.approve(submitted)
    expect(await desk.editing.reviewing.withdraw(third, scheduled)).toMatchObject({ state: 'draft', publishAt: null, reviewer: null })
  })

  it('is not for what is served', async () => {
    const published = await desk.publish()
    expect(await codeOf(desk.editing.reviewing.withdraw(writer, published))).toBe('REVISION_STATE_WRONG')
  })
})

describe('publishing', () => {
  it('takes the place of what was served, and tells of it', async () => {
    const told: number[] = []
    desk.bus.subscribe('knowledge.changed', ({ revision }) => told.push(revision))
    const published = await desk.publish({ text: '新的答案。' }, seeded)
    expect(published).toMatchObject({ version: 2, state: 'published' })
    expect((await desk.editing.catalogue.get(seeded)).history.map(({ state }) => state)).toEqual(['published', 'superseded'])
    expect(desk.served(seeded)).toMatchObject({ version: 2, state: 'published', parts: [{ type: 'text', markdown: '新的答案。' }] })
    expect(told).toHaveLength(1)
    expect(desk.knowledge.snapshot().version.endsWith(`.${told[0]}`)).toBe(true)
  })

  it('in substance tells those who were given the old answer, and says how many', async () => {
    const submitted = await desk.submit(await desk.draft({ text: '新' }, seeded), { changeNote: '税率改了。', isSubstantive: true })
    expect((await desk.editing.reviewing.approve(reviewer, submitted)).notified).toBe(RECIPIENTS)
    expect(desk.recall.told).toEqual([
      { articleId: seeded, version: 2, question: 'vat-seeded 怎么办？', changeNote: '税率改了。', wasWithdrawn: false },
    ])
  })

  it('tells nobody where nothing in substance changed, or nobody was ever given one', async () => {
    const change = await desk.submit(await desk.draft({ keywords: ['新'] }, seeded))
    const fresh = await desk.submit(await desk.draft(), { isSubstantive: true })
    expect((await desk.editing.reviewing.approve(reviewer, change)).notified).toBe(0)
    expect((await desk.editing.reviewing.approve(reviewer, fresh)).notified).toBe(0)
    expect(desk.recall.told).toEqual([])
  })

  it('tells those who were given one that expired before', async () => {
    await desk.editing.serving.expire(third, seeded, '停用', false)
    await desk.publish({ text: '新' }, seeded, '重新适用。')
    expect(desk.recall.told).toHaveLength(1)
  })

  it('that fails undoes all of it, the log and the telling too', async () => {
    const submitted = await desk.submit(await desk.draft({ text: '新' }, seeded), { changeNote: '改了。', isSubstantive: true })
    const before = desk.knowledge.snapshot().version
    const { tell } = desk.recall
    desk.recall.tell = () => Promise.reject(new Error('the disk is full'))
    await expect(desk.editing.reviewing.approve(reviewer, submitted)).rejects.toThrow('the disk is full')
    desk.recall.tell = tell
    await desk.knowledge.refresh()
    expect(desk.knowledge.snapshot().version).toBe(before)
    expect(await desk.editing.catalogue.get(seeded)).toMatchObject({
      published: { version: 1 },
      open: { state: 'review', lock: submitted.lock },
    })
    expect((await desk.editing.reviewing.approve(reviewer, submitted)).notified).toBe(RECIPIENTS)
  })
})
