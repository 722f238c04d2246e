// The main job through two real hosts and a real server, without windows.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'
import { openBothSides, type BothSides } from '../support/both-sides.ts'
import type { TestHost } from '../support/host.ts'

let taxpayer: TestHost
let agent: TestHost
let sides: BothSides

beforeAll(async () => {
  sides = await openBothSides()
  ;({ taxpayer, agent } = sides)
})
afterAll(() => sides.remove())

const texts = (messages: readonly LocalMessage[]): string[] => messages.flatMap(({ body }) => (body.kind === 'text' ? body.text : []))

describe('the main road', () => {
  it('answers a tax question with the article and its papers', async () => {
    const question = await taxpayer.ask('chat.send', { conversationId: null, text: '小规模纳税人月销售额多少以内不用交增值税？' })
    const { messages } = await taxpayer.heard('messages.changed', ({ messages: came }) => came.some(({ body }) => body.kind === 'answer'))
    const answer = messages.find(({ body }) => body.kind === 'answer')?.body
    expect(answer).toMatchObject({ kind: 'answer', replyTo: question.id, answer: { decision: 'answer', offline: false } })
    expect(answer?.kind === 'answer' && answer.answer.papers?.basis[0]?.number).toMatch(/号/)
  })

  it('hands over to a person, who reads the earlier talk, and both sides talk in order', async () => {
    const place = await taxpayer.ask('queue.join', { reason: 'button' })
    expect(place?.ahead).toBe(0)
    const desk = await agent.heard('desk.changed', ({ board }) => board?.waiting.length === 1)
    expect(desk.board?.waiting[0]).toMatchObject({
      reason: 'button',
      lastQuestion: '小规模纳税人月销售额多少以内不用交增值税？',
      taxpayerNumber: '910***********0018',
    })
    expect(await agent.tryAsk('desk.take', { ticketId: null })).toMatchObject({ ok: false, error: { code: 'AGENT_NOT_AVAILABLE' } })
    await agent.ask('desk.setPresence', { presence: 'idle' })
    const conversation = await agent.ask('desk.take', { ticketId: null })
    expect(conversation).toMatchObject({ stage: 'live', agent: { number: '1001' } })
    const talk = await agent.ask('desk.talk', { conversationId: conversation.id })
    expect(talk.messages.map(({ seq }) => seq)).toEqual(talk.messages.map((_, index) => index + 1))
    expect(talk.messages.some(({ body }) => body.kind === 'answer')).toBe(true)

    await taxpayer.heard('conversation.changed', ({ stage }) => stage === 'live')
    await taxpayer.ask('chat.send', { conversationId: null, text: '您好，我想问开票' })
    await agent.heard('messages.changed', ({ messages }) => texts(messages).includes('您好，我想问开票'))
    await agent.ask('chat.send', { conversationId: conversation.id, text: '您好，请讲' })
    await taxpayer.heard('messages.changed', ({ messages }) => texts(messages).includes('您好，请讲'))
    const view = await taxpayer.ask('chat.open', {})
    expect(texts(view.messages).slice(-2)).toEqual(['您好，我想问开票', '您好，请讲'])
    // The bot is silent once an agent serves.
    expect(view.messages.filter(({ body }) => body.kind === 'answer')).toHaveLength(1)
  })

  it('asks for a rating after the end, once', async () => {
    const { conversation } = await taxpayer.ask('chat.open', {})
    if (!conversation) throw new Error('no conversation')
    const ended = await taxpayer.ask('conversation.end', { conversationId: conversation.id })
    expect(ended).toMatchObject({ stage: 'ended', endedBy: 'taxpayer', rating: { state: 'asked' } })
    const rated = await taxpayer.ask('conversation.rate', { conversationId: conversation.id, outcome: 'solved', remark: '' })
    expect(rated.rating).toMatchObject({ state: 'given', outcome: 'solved' })
    expect(await taxpayer.tryAsk('conversation.rate', { conversationId: conversation.id, outcome: 'unsolved', remark: '' })).toMatchObject({
      ok: false,
      error: { code: 'RATING_ALREADY_GIVEN' },
    })
    await agent.heard('conversation.changed', ({ rating }) => rating.state === 'given')
  })
})
