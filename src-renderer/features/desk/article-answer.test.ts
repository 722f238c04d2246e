// @vitest-environment happy-dom
import { limits } from '@zhengna/contract/limits.ts'
import { expect, test } from 'vitest'
import { articleMessage } from './article-answer.ts'
import { anArticle } from './desk.fixture.ts'

test('an article becomes its words and the papers it rests on', () => {
  expect(articleMessage(anArticle())).toBe('未达到10万元的免征。\n依据：增值税法 主席令第41号 第二十三条')
})

test('pictures, videos and files stay out of a text message', () => {
  const parts = [...anArticle().parts, { type: 'picture' as const, asset: 'a.png', alt: '票面' }]
  expect(articleMessage(anArticle({ parts }))).not.toContain('票面')
})

test('a long answer is cut to one message', () => {
  const parts = [{ type: 'text' as const, markdown: '长'.repeat(5_000) }]
  expect(articleMessage(anArticle({ parts }))).toHaveLength(limits.messageTextMaxLength)
})
