import { describe, expect, it } from 'vitest'
import type { Decision } from '@zhengna/contract/domain/answer.ts'
import type { Message, MessageBody } from '@zhengna/contract/domain/message.ts'
import type { Vote } from '@zhengna/contract/domain/vote.ts'
import type { ConversationId, MessageId, PersonId } from '@zhengna/contract/ids.ts'
import { packOf } from './pack.ts'

const conversation = { id: 'c' as ConversationId, handOverReason: 'button' } as const
let seq = 0
const message = (id: string, author: Message['author'], body: MessageBody): Message => ({
  id: id as MessageId,
  conversationId: conversation.id,
  seq: ++seq,
  author,
  authorId: author === 'taxpayer' ? ('p' as PersonId) : null,
  at: seq,
  body,
})
const question = (id: string, text: string) => message(id, 'taxpayer', { kind: 'text', text })
const reply = (id: string, to: string, decision: Decision, standard: string | null = null) =>
  message(id, 'bot', {
    kind: 'answer',
    replyTo: to as MessageId,
    answer: { decision, question: standard, parts: [], papers: null, options: [], offersPerson: false, offline: false },
  })
const event = (type: 'served' | 'queue-cancelled') =>
  message(`e${seq}`, 'system', { kind: 'event', event: type === 'served' ? { type, agentNumber: '1001' } : { type } })
const pack = (messages: readonly Message[], votes: Record<string, Vote> = {}) =>
  packOf(conversation, messages, new Map(Object.entries(votes) as [MessageId, Vote][]))

describe('the pack', () => {
  it('has what was asked, what was answered, and what did not help', () => {
    const votes = { a1: { isUseful: false, reason: 'wrong' } } as const
    const { asked, reason } = pack(
      [
        question('q1', '个税怎么退'),
        reply('a1', 'q1', 'answer', '个人所得税怎样退税？'),
        question('q2', '那个呢'),
        reply('a2', 'q2', 'clarify'),
        question('q3', '火星'),
        reply('a3', 'q3', 'none'),
      ],
      votes,
    )
    expect(reason).toBe('button')
    expect(asked.map(({ text, outcome, answeredBy, vote }) => [text, outcome, answeredBy, vote?.reason ?? null])).toEqual([
      ['个税怎么退', 'answered', '个人所得税怎样退税？', 'wrong'],
      ['那个呢', 'asked-back', null, null],
      ['火星', 'unanswered', null, null],
    ])
  })
  it('leaves out what was only asked back for, where the choice was answered', () => {
    const { asked } = pack([
      question('q1', '那个呢'),
      reply('a1', 'q1', 'clarify'),
      question('q2', '小规模'),
      reply('a2', 'q2', 'answer', '小规模的征收率？'),
    ])
    expect(asked.map(({ text }) => text)).toEqual(['小规模'])
  })
  it('has neither small talk nor the wish for a person', () => {
    const { asked } = pack([
      question('q1', '你好'),
      reply('a1', 'q1', 'greeting'),
      question('q2', '转人工'),
      reply('a2', 'q2', 'hand-over'),
    ])
    expect(asked).toEqual([])
  })
  it('ends where an agent served', () => {
    const { asked } = pack([
      question('q1', '一'),
      reply('a1', 'q1', 'none'),
      event('queue-cancelled'),
      question('q2', '二'),
      reply('a2', 'q2', 'none'),
      event('served'),
      question('q3', '三'),
      reply('a3', 'q3', 'none'),
    ])
    expect(asked.map(({ text }) => text)).toEqual(['一', '二'])
  })
  it('is of the newest twenty', () => {
    const messages = Array.from({ length: 25 }, (_, place) => [
      question(`q${place}`, String(place)),
      reply(`a${place}`, `q${place}`, 'none'),
    ]).flat()
    const { asked } = pack(messages)
    expect([asked.length, asked[0]?.text]).toEqual([20, '5'])
  })
  it('has the strongest mood with what it was heard from, and none of its signs where all is calm', () => {
    expect(pack([question('q1', '什么破系统！！！气死我了'), question('q2', '谢谢')])).toMatchObject({ mood: 'agitated' })
    expect(pack([question('q1', '什么破系统！！！气死我了')]).moodSigns.length).toBeGreaterThan(0)
    expect(pack([question('q1', '个税怎么退')])).toMatchObject({ mood: 'calm', moodSigns: [] })
    const long = Array.from({ length: 6 }, (_, place) => question(`l${place}`, '个税怎么退'))
    expect(pack([question('q1', '什么破系统！！！气死我了'), ...long]).mood).toBe('calm')
    expect(pack([])).toMatchObject({ asked: [], mood: 'calm' })
  })
})
