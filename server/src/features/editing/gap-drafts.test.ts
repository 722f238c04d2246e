// What was asked in vain, as the draft of an article that the desk can really keep.
import type { Revision } from '@zhengna/contract/domain/revision.ts'
import type { TopicId } from '@zhengna/contract/ids.ts'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { codeOf, openDesk, writer, type Desk } from '../../../../test/support/desk.ts'
import { draftGaps } from './gap-drafts.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.remove())

const draft = (question: string, similar: readonly string[] = [], topicId = 'vat' as TopicId): Promise<Revision> =>
  desk.database.write((trx) => draftGaps(desk.clock)(trx, { topicId, question, similar, authorId: writer.personId }))

it('is a draft of its topic, with the questions of the group', async () => {
  const { articleId, content, state } = await draft('增值税怎么交', ['增值税咋交', '交增值税'])
  expect([state, content.topicId, content.question, content.similar]).toEqual(['draft', 'vat', '增值税怎么交', ['增值税咋交', '交增值税']])
  expect((await desk.editing.catalogue.get(articleId)).open).toMatchObject({ version: 1, content })
})

it('cannot be submitted before it has an answer and a basis', async () => {
  const revision = await draft('增值税怎么交')
  expect(await codeOf(desk.submit(revision))).toBe('ARTICLE_CONTENT_INVALID')
})

it('takes what people typed however short or long it is', async () => {
  const story = '我想问一下'.repeat(60)
  expect((await draft('税？')).content.question).toBe('税？（请改写为完整的问题）')
  const { content } = await draft(story, [story, '增值税咋交'])
  expect([content.question.length, content.similar]).toEqual([200, ['增值税咋交']])
})
