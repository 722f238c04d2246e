import { expect, test } from 'vitest'
import { aMessage, anAnswer, conversationA, conversationB } from '../chat/chat.fixture.ts'
import { talkSoFar } from './talk-so-far.ts'

const words = { last: '我想咨询：', earlier: '此前询问：' }
const asked = (text: string, conversationId = conversationA) => aMessage(text, { conversationId, body: { kind: 'text', text } })

test('the last question comes first, those before it below, none twice', () => {
  const messages = [asked('开专票'), aMessage('答', { author: 'bot', body: anAnswer('x') }), asked('怎么申报'), asked('开专票')]
  expect(talkSoFar(messages, words)).toBe('我想咨询：开专票\n此前询问：\n1. 怎么申报')
})

test('one question stands alone; of an earlier conversation nothing is said; with none there is nothing', () => {
  expect(talkSoFar([asked('旧的', conversationB), asked('开专票')], words)).toBe('我想咨询：开专票')
  expect(talkSoFar([], words)).toBe('')
})
