import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TopicId } from '@zhengna/contract/ids.ts'
import { codeOf, openDesk, sentenceOf, writer, type Desk } from '../../../../test/support/desk.ts'

let desk: Desk

beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.remove())

const id = (text: string): TopicId => text as TopicId
const names = async (): Promise<string[]> => {
  await desk.knowledge.refresh()
  return desk.knowledge.snapshot().topics.map(({ name }) => name)
}

describe('a topic', () => {
  it('that is new comes after the others, and is told to everybody', async () => {
    await desk.editing.topics.save(writer, { id: id('deed'), name: ' 契税 ', summary: '买房\n要交的税' })
    // Files of a seed are read in the order of their names.
    expect(await names()).toEqual(['个人所得税', '增值税', '契税'])
    expect(desk.knowledge.snapshot().topics.at(-1)).toEqual({ id: 'deed', name: '契税', summary: '买房 要交的税' })
  })

  it('keeps its place when it is renamed', async () => {
    const before = await names()
    await desk.editing.topics.save(writer, { id: id('vat'), name: '增值税一般', summary: '' })
    expect(await names()).toEqual(before.map((name) => (name === '增值税' ? '增值税一般' : name)))
  })

  it('saved as it was changes nothing', async () => {
    const { version } = desk.knowledge.snapshot()
    await desk.editing.topics.save(writer, { id: id('vat'), name: '增值税', summary: '' })
    await names()
    expect(desk.knowledge.snapshot().version).toBe(version)
  })

  it('has a name of its own', async () => {
    const save = (name: string) => desk.editing.topics.save(writer, { id: id('other'), name, summary: '' })
    expect(await codeOf(save('增值税'))).toBe('TOPIC_NAME_TAKEN')
    expect(await codeOf(save(' \u202e 税'))).toBe('REQUEST_INVALID')
  })

  it('counts what is served and what is worked on', async () => {
    const published = await desk.publish()
    await desk.draft({}, published.articleId)
    await desk.draft()
    const rows = await desk.editing.topics.list()
    expect(rows.find((row) => row.id === 'vat')).toMatchObject({ articles: 1, open: 2 })
    expect(rows.find((row) => row.id === 'iit')).toMatchObject({ articles: 0, open: 0 })
  })
})

describe('removing a topic', () => {
  it('needs it to be empty: an article served and worked on is one', async () => {
    const published = await desk.publish()
    await desk.draft({}, published.articleId)
    expect(await sentenceOf(desk.editing.topics.remove(writer, id('vat')))).toContain('还有 1 个条目')
  })

  it('is no harm to what expired in it', async () => {
    const published = await desk.publish()
    await desk.editing.serving.expire(writer, published.articleId, '停用', false)
    await desk.editing.topics.remove(writer, id('vat'))
    expect(await names()).toEqual(['个人所得税'])
    const again = await desk.editing.drafting.revise(writer, published.articleId)
    expect(await codeOf(desk.submit(again))).toBe('TOPIC_NOT_FOUND')
  })

  it('is done once, and its name is free again', async () => {
    await desk.editing.topics.remove(writer, id('vat'))
    expect(await codeOf(desk.editing.topics.remove(writer, id('vat')))).toBe('TOPIC_NOT_FOUND')
    expect(await codeOf(desk.editing.topics.remove(writer, id('none')))).toBe('TOPIC_NOT_FOUND')
    await desk.editing.topics.save(writer, { id: id('vat-new'), name: '增值税', summary: '' })
    expect(await names()).toContain('增值税')
  })
})
