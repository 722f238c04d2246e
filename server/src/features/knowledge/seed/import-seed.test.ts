import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleId, ConceptId, TopicId } from '@zhengna/contract/ids.ts'
import { openDesk, third, writer, type Desk } from '../../../../../test/support/desk.ts'
import type { SmallSeed } from '../../../../../test/support/seed-folder.ts'

const first: SmallSeed = {
  topics: {
    iit: [{ id: 'iit-one' }],
    vat: [{ id: 'vat-one' }, { id: 'vat-two' }, { id: 'vat-waiting', status: 'draft', note: '待核：依据' }],
  },
  names: { vat: '增值税', iit: '个税' },
  subjects: { vat: ['增值税'], iit: ['个税'] },
  anchors: ['税'],
  elsewhere: [{ name: '人社部门', contact: '12333', phrases: ['社保卡'], examples: ['社保卡丢了怎么补'] }],
}
const vat = first.topics.vat!
const vatWithout = (id: string): SmallSeed => ({ ...first, topics: { ...first.topics, vat: vat.filter((article) => article.id !== id) } })
const vatWith = (change: object): SmallSeed => ({
  ...first,
  topics: { ...first.topics, vat: vat.map((article) => (article.id === 'vat-one' ? { ...article, ...change } : article)) },
})

let desk: Desk
beforeEach(async () => {
  desk = await openDesk({ seed: first })
})
afterEach(() => desk.remove())

const one = 'vat-one' as ArticleId
const statesOf = async (id: ArticleId) => (await desk.editing.catalogue.get(id)).history.map(({ version, state }) => `${version} ${state}`)

describe('the first import', () => {
  it('serves what is published, and keeps drafts for the editors', async () => {
    expect(desk.knowledge.snapshot().articles.map(({ id }) => id)).toEqual(['iit-one', 'vat-one', 'vat-two'])
    expect(await statesOf('vat-waiting' as ArticleId)).toEqual(['1 draft'])
    expect(desk.knowledge.snapshot().topics.map(({ name }) => name)).toEqual(['个税', '增值税'])
    expect(desk.recall.told).toEqual([])
  })

  it('brings the lexicon', () => {
    const { concepts, anchors, elsewhere } = desk.knowledge.snapshot().lexicon
    expect(concepts.map(({ id, names }) => [id, names])).toEqual([
      ['vat', ['增值税']],
      ['iit', ['个税']],
    ])
    expect([anchors, elsewhere]).toEqual([first.anchors, first.elsewhere])
  })

  it('is the work of nobody', async () => {
    expect(await desk.editing.catalogue.revision(one, 1)).toMatchObject({ author: null, authors: [], reviewer: null, state: 'published' })
  })
})

describe('the next import', () => {
  it('of the same files changes nothing', async () => {
    const { version } = desk.knowledge.snapshot()
    await desk.importSeed(first)
    await desk.importSeed({ ...first })
    expect(desk.knowledge.snapshot().version).toBe(version)
  })

  it('publishes a changed text, and tells those who were given the old one', async () => {
    await desk.importSeed(vatWith({ answer: '新的答案。' }))
    expect(await statesOf(one)).toEqual(['2 published', '1 superseded'])
    expect(desk.served(one)).toMatchObject({ version: 2, parts: [{ type: 'text', markdown: '新的答案。' }] })
    expect(await desk.editing.catalogue.revision(one, 2)).toMatchObject({
      author: null,
      isSubstantive: true,
      changeNote: '知识库随程序更新。',
    })
    expect(desk.recall.told).toEqual([
      { articleId: one, version: 2, question: 'vat-one 怎么办？', changeNote: '知识库随程序更新。', wasWithdrawn: false },
    ])
  })

  it.each([
    ['other ways of asking', { similar: ['又一种问法'] }],
    ['key words', { keywords: ['新'] }],
    ['a better question', { question: 'vat-one 到底怎么办？' }],
  ])('publishes %s and bothers nobody', async (_, change) => {
    await desk.importSeed(vatWith(change))
    expect(desk.served(one)?.version).toBe(2)
    expect(desk.recall.told).toEqual([])
  })

  it('lets go what is gone from the seed, without calling it wrong; and brings it back under the same id', async () => {
    await desk.importSeed(vatWithout('vat-two'))
    const two = 'vat-two' as ArticleId
    expect(desk.served(two)).toBeUndefined()
    expect(await statesOf(two)).toEqual(['1 expired'])
    expect(desk.recall.told).toEqual([])
    await desk.importSeed(first)
    expect(await statesOf(two)).toEqual(['2 published', '1 expired'])
    expect(desk.recall.told).toEqual([])
  })

  it('takes back what the program holds unproven now, and publishes what it proved', async () => {
    await desk.importSeed(vatWith({ status: 'draft', note: '待核：税率' }))
    expect(await statesOf(one)).toEqual(['2 draft', '1 expired'])
    await desk.importSeed(vatWith({ answer: '核实了。' }))
    expect(await statesOf(one)).toEqual(['2 published', '1 expired'])
  })

  it('keeps a draft of its own up to date, and takes it away with the article', async () => {
    const waiting = 'vat-waiting' as ArticleId
    const seed = { ...first, topics: { ...first.topics, vat: vat.map((a) => (a.id === 'vat-waiting' ? { ...a, answer: '写了一半' } : a)) } }
    await desk.importSeed(seed)
    expect(await statesOf(waiting)).toEqual(['1 draft'])
    expect((await desk.editing.catalogue.revision(waiting, 1)).content.parts).toEqual([{ type: 'text', markdown: '写了一半' }])
    await desk.importSeed(vatWithout('vat-waiting'))
    await expect(desk.editing.catalogue.get(waiting)).rejects.toThrow('ARTICLE_NOT_FOUND')
  })
})

describe('what editors touched', () => {
  it('is left alone: a text that they published', async () => {
    await desk.publish({ text: '编辑写的。' }, one)
    await desk.importSeed(vatWith({ answer: '程序写的。' }))
    expect(desk.served(one)?.parts).toEqual([{ type: 'text', markdown: '编辑写的。' }])
    await desk.importSeed(vatWithout('vat-one'))
    expect(desk.served(one)?.version).toBe(2)
  })

  it('is left alone: one that they have begun to write', async () => {
    await desk.draft({ text: '写到一半' }, one)
    await desk.importSeed(vatWith({ answer: '程序写的。' }))
    expect(await statesOf(one)).toEqual(['2 draft', '1 published'])
  })

  it('is left alone: one that they ended', async () => {
    await desk.editing.serving.expire(third, one, '停用', false)
    await desk.importSeed(vatWith({ answer: '程序写的。' }))
    expect(await statesOf(one)).toEqual(['1 expired'])
  })

  it('is left alone: one that they wrote themselves, which no seed has', async () => {
    const own = await desk.publish({ topicId: 'iit' as TopicId })
    await desk.importSeed(vatWith({ answer: '程序写的。' }))
    expect(desk.served(own.articleId)?.version).toBe(1)
  })

  it('follows again when their draft was thrown away', async () => {
    const draft = await desk.draft({ text: '写到一半' }, one)
    await desk.editing.drafting.discard(one, draft.version)
    await desk.importSeed(vatWith({ answer: '程序写的。' }))
    expect(desk.served(one)).toMatchObject({ version: 2, parts: [{ markdown: '程序写的。' }] })
  })
})

describe('topics', () => {
  const names = (): string[] => desk.knowledge.snapshot().topics.map(({ name }) => name)

  it('follow the seed in name and order', async () => {
    await desk.importSeed({ ...first, topics: { aaa: [], ...first.topics }, names: { ...first.names, vat: '增值税（新）', aaa: '新专题' } })
    expect(names()).toEqual(['新专题', '个税', '增值税（新）'])
  })

  it('that editors renamed keep their name', async () => {
    await desk.editing.topics.save(writer, { id: 'vat' as TopicId, name: '我们的增值税', summary: '' })
    await desk.importSeed({ ...first, names: { ...first.names, vat: '增值税（新）' } })
    expect(names()).toContain('我们的增值税')
  })

  it('that are gone from the seed go, unless something is in them', async () => {
    const rest = { vat }
    await desk.publish({ text: '编辑写的。' }, 'iit-one' as ArticleId)
    await desk.importSeed({ ...first, topics: rest })
    expect(names()).toEqual(['个税', '增值税'])
    await desk.editing.serving.expire(writer, 'iit-one' as ArticleId, '停用', false)
    await desk.importSeed({ ...first, topics: { ...rest, zzz: [] } })
    expect(names()).not.toContain('个税')
  })

  it('that editors removed come back only with an article of the program in them', async () => {
    const empty = { ...first, topics: { ...first.topics, deed: [] } }
    await desk.importSeed(empty)
    await desk.editing.topics.remove(writer, 'deed' as TopicId)
    await desk.importSeed({ ...empty, names: { ...first.names, deed: '契税' } })
    expect(names()).not.toContain('deed')
    await desk.importSeed({ ...empty, topics: { ...empty.topics, deed: [{ id: 'deed-one' }] } })
    expect(names()).toContain('deed')
  })
})

describe('the lexicon', () => {
  const concepts = () => Object.fromEntries(desk.knowledge.snapshot().lexicon.concepts.map(({ id, names }) => [id, names]))

  it('follows the seed', async () => {
    await desk.importSeed({ ...first, subjects: { vat: ['增值税', 'vat'], deed: ['契税'] }, anchors: ['税', '票'] })
    expect(concepts()).toEqual({ vat: ['增值税', 'vat'], deed: ['契税'] })
    expect(desk.knowledge.snapshot().lexicon.anchors).toEqual(['税', '票'])
  })

  it('keeps what editors changed, removed or added', async () => {
    const { lexicon } = desk.editing
    await lexicon.saveConcept(writer, { id: 'vat' as ConceptId, role: 'subject', names: ['我们的增值税'] })
    await lexicon.removeConcept(writer, 'iit' as ConceptId)
    await lexicon.saveConcept(writer, { id: 'own' as ConceptId, role: 'subject', names: ['自己的'] })
    await lexicon.saveOtherOffices(writer, [{ name: '我们的', contact: '', phrases: [], examples: [] }])
    await desk.importSeed({ ...first, subjects: { vat: ['增值税', 'vat'], iit: ['个税', '工资税'] }, elsewhere: [] })
    expect(concepts()).toEqual({ vat: ['我们的增值税'], own: ['自己的'] })
    expect(desk.knowledge.snapshot().lexicon.elsewhere.map(({ name }) => name)).toEqual(['我们的'])
  })
})

it('an import that fails leaves everything as it was, and is tried again', async () => {
  const { version } = desk.knowledge.snapshot()
  const { tell } = desk.recall
  desk.recall.tell = () => Promise.reject(new Error('no disk'))
  await expect(desk.importSeed(vatWith({ answer: '新的答案。' }))).rejects.toThrow('no disk')
  await desk.knowledge.refresh()
  expect(desk.knowledge.snapshot().version).toBe(version)
  desk.recall.tell = tell
  await desk.importSeed(vatWith({ answer: '新的答案。' }))
  expect(desk.served(one)?.version).toBe(2)
})
