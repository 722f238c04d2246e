import type { ArticleId, TopicId } from '@zhengna/contract/ids.ts'
import { expect, test } from 'vitest'
import { blankContent, blankPart, isSameContent, partTypes } from './blank-content.ts'
import { saveFaults } from './save-faults.ts'

const blank = blankContent('vat' as TopicId, '全国')
const good = { ...blank, question: '增值税怎么申报？' }

test('a new article can be kept once it has a question', () => {
  expect(saveFaults(blank).map(({ name }) => name)).toEqual(['question'])
  expect(saveFaults(good)).toEqual([])
})

test('every new part says what it still needs, and which one it is', () => {
  const parts = partTypes.map(blankPart)
  expect(saveFaults({ ...good, parts }).map(({ name, part }) => [name, part])).toEqual([
    ['asset', 2],
    ['asset', 3],
    ['asset', 4],
    ['optionArticle', 6],
  ])
})

test('fewer than two options are no choice, fewer than two steps no guide', () => {
  const article = 'a1' as ArticleId
  const parts = [
    { type: 'guide' as const, title: '', steps: [{ title: '', detail: '' }] },
    { type: 'options' as const, prompt: '', options: [{ label: '', article }] },
  ]
  expect(saveFaults({ ...good, parts }).map(({ name }) => name)).toEqual(['steps', 'options'])
})

test('an article is about something, rests on something and is for somebody', () => {
  const bare = { ...good, topicId: '' as TopicId, parts: [], basis: [], audience: [] }
  expect(saveFaults(bare).map(({ name }) => name)).toEqual(['topic', 'parts', 'basis', 'audience'])
})

test('the same text is the same, in whichever order its fields were written', () => {
  const turned = Object.fromEntries(Object.entries(good).reverse()) as typeof good
  expect(isSameContent(good, turned)).toBe(true)
  expect(isSameContent(good, { ...good, note: '待核' })).toBe(false)
})
