import type { AnswerPart } from '@zhengna/contract/domain/answer.ts'
import type { ArticleContent } from '@zhengna/contract/domain/revision.ts'
import type { ArticleId, TopicId } from '@zhengna/contract/ids.ts'
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
const names = { topic: (id: TopicId) => `专题${id}`, article: (id: ArticleId) => `条目${id}` }
const diff = (change: Partial<ArticleContent>, before = content) => contentDiff(before, { ...content, ...change }, names)

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
    { field: 'parts', as: 'parts', changes: [{ type: 'text', before: '先登录。', after: '先注册。', isOtherFile: false }] },
  ])
})

test('a part of another kind does not replace one: one went, one came', () => {
  const changes = diff({ parts: [{ type: 'picture', asset: 'a.png', alt: '图' }, link] })[0]
  expect(changes).toMatchObject({
    changes: [
      { type: 'picture', before: null, after: '图' },
      { type: 'text', before: '先登录。', after: null },
    ],
  })
})

test('parts that are only added leave the others unnamed', () => {
  expect(diff({ parts: [text('先登录。'), text('再填表。'), link] })).toMatchObject([{ changes: [{ before: null, after: '再填表。' }] }])
})

test('an option is told by what it leads to, never by an id', () => {
  const options = (article: string): AnswerPart => ({
    type: 'options',
    prompt: '您是？',
    options: [{ label: '小规模', article: article as ArticleId }],
  })
  expect(diff({ parts: [options('small')] }, { ...content, parts: [options('general')] })).toMatchObject([
    { changes: [{ before: '您是？\n小规模 → 条目general', after: '您是？\n小规模 → 条目small' }] },
  ])
})

test('another file under the same words is a change, and is said to be one', () => {
  const file = (asset: string): AnswerPart => ({ type: 'file', asset, name: '申请表.docx' })
  expect(diff({ parts: [file('b1.docx')] }, { ...content, parts: [file('a1.docx')] })).toMatchObject([
    { changes: [{ before: '申请表.docx', after: '申请表.docx', isOtherFile: true }] },
  ])
})
