import type { AnswerPart } from '@zhengna/contract/domain/answer.ts'
import type { ArticleContent } from '@zhengna/contract/domain/revision.ts'
import type { TopicId } from '@zhengna/contract/ids.ts'
import { expect, test } from 'vitest'
import { blankContent } from '../writing/blank-content.ts'
import { contentDiff } from './content-diff.ts'

const text = (markdown: string): AnswerPart => ({ type: 'text', markdown })
const link: AnswerPart = { type: 'link', title: '办税厅', url: 'https://a.cn/' }
const content: ArticleContent = {
  ...blankContent('vat' as TopicId, '全国'),
  question: '怎么申报？',
  similar: ['咋报', '如何报'],
  parts: [text('先登录。'), link],
  basis: [{ document: '增值税法', number: '主席令第41号' }],
}
const diff = (change: Partial<ArticleContent>) => contentDiff(content, { ...content, ...change }, (id) => `专题${id}`)

test('the same text has no differences', () => {
  expect(diff({})).toEqual([])
})

test('each field that changed is named, and no other', () => {
  const changed = diff({
    topicId: 'pit' as TopicId,
    question: '如何申报？',
    effective: { from: content.effective.from, to: '2027-12-31' },
    kind: 'when',
  })
  expect(changed.map(({ field }) => field)).toEqual(['topic', 'question', 'effective', 'kind'])
  expect(changed[0]).toEqual({ field: 'topic', as: 'text', before: '专题vat', after: '专题pit' })
})

test('similar questions are added and removed; their order does not matter', () => {
  expect(diff({ similar: ['如何报', '咋报'] })).toEqual([])
  expect(diff({ similar: ['如何报', '报税流程'] })).toEqual([{ field: 'similar', as: 'items', added: ['报税流程'], removed: ['咋报'] }])
})

test('a part that was rewritten is one change, beside one that stayed', () => {
  expect(diff({ parts: [text('先注册。'), link] })).toEqual([
    { field: 'parts', as: 'parts', changes: [{ type: 'text', before: '先登录。', after: '先注册。' }] },
  ])
})

test('a part of another kind does not replace one: one went, one came', () => {
  const changes = diff({ parts: [{ type: 'picture', asset: 'a.png', alt: '图' }, link] })[0]
  expect(changes).toMatchObject({
    changes: [
      { type: 'picture', before: null, after: '图\na.png' },
      { type: 'text', before: '先登录。', after: null },
    ],
  })
})

test('parts that are only added leave the others unnamed', () => {
  expect(diff({ parts: [text('先登录。'), text('再填表。'), link] })).toMatchObject([{ changes: [{ before: null, after: '再填表。' }] }])
})
