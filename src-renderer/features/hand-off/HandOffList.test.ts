// @vitest-environment happy-dom
import type { AskedQuestion, HandOffPack } from '@zhengna/contract/domain/hand-off.ts'
import type { ConversationId, MessageId } from '@zhengna/contract/ids.ts'
import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { createTexts, uiLocale } from '../../ui/index.ts'
import { handOffLocale } from './hand-off.locale.ts'
import HandOffList from './HandOffList.vue'

const asked = (over: Partial<AskedQuestion>): AskedQuestion => ({
  messageId: 'q' as MessageId,
  at: 0,
  text: '个税怎么退',
  outcome: 'answered',
  answeredBy: '个人所得税怎样退税？',
  vote: null,
  ...over,
})
const pack: HandOffPack = {
  conversationId: 'c' as ConversationId,
  reason: 'emotion',
  asked: [
    asked({ vote: { isUseful: false, reason: 'wrong' } }),
    asked({ messageId: 'r' as MessageId, text: '火星', outcome: 'unanswered', answeredBy: null }),
  ],
  mood: 'agitated',
  moodSigns: ['气死我了'],
}
const textOf = (over: Partial<HandOffPack> = {}, isOwn = false): string =>
  mount(HandOffList, { props: { pack: { ...pack, ...over }, isOwn }, global: { plugins: [createTexts(uiLocale, handOffLocale)] } }).text()

test('an agent reads why, how it sounds and from which words, and what did not help', () => {
  const text = textOf()
  for (const part of ['情绪激动（气死我了）', '已答复：个人所得税怎样退税？', '无用：答案错误', '智能应答没有答案'])
    expect(text).toContain(part)
})
test('a taxpayer reads the same of themselves, in words that do not judge them', () => {
  const text = textOf({}, true)
  expect(text).toContain('希望尽快由人工解决')
  expect(text).not.toMatch(/激动|气死我了/)
  expect(text).toContain('没有找到答案')
})
test('where nothing was asked it says so', () => {
  expect(textOf({ asked: [] })).toContain('转人工之前没有提过问题。')
})
