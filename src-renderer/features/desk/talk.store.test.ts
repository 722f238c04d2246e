// @vitest-environment happy-dom
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { aMessage } from '../chat/chat.fixture.ts'
import { aTaxpayer, idOf, installFakeDesk, liveConversation } from './desk.fixture.ts'
import { useTalkStore } from './talk.store.ts'

const one = idOf(1)
const message = (id: string, seq: number | null, over: Partial<LocalMessage> = {}) => aMessage(id, { conversationId: one, seq, ...over })
const page = (messages: readonly LocalMessage[], over: object = {}) => ({
  taxpayer: aTaxpayer(),
  draft: '',
  hasEarlier: false,
  messages,
  ...over,
})

function talkWith(answers: Parameters<typeof installFakeDesk>[0] = {}) {
  const { host } = installFakeDesk({
    'desk.talk': ({ conversationId }: { conversationId: typeof one }) => ({
      ...page([message('a', 1), message('b', 2)]),
      conversation: { ...liveConversation(1), id: conversationId },
    }),
    ...answers,
  })
  return { host, talk: useTalkStore(), asked: (name: string) => host.asked.filter((request) => request.name === name) }
}
const shown = (talk: ReturnType<typeof useTalkStore>) => talk.messages.map(({ id }) => id)

describe('the open conversation', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('messages stand by seq; what is not stored yet comes last', async () => {
    const { talk, host } = talkWith()
    await talk.open(one)
    host.emit('messages.changed', { messages: [message('p', null, { at: 1 }), message('d', 4), message('c', 3)], removed: [] })
    expect(shown(talk)).toEqual(['a', 'b', 'c', 'd', 'p'])
  })

  test("another conversation's messages stay out", async () => {
    const { talk, host } = talkWith()
    await talk.open(one)
    host.emit('messages.changed', { messages: [aMessage('x', { conversationId: idOf(2), seq: 3 })], removed: [] })
    expect(shown(talk)).toEqual(['a', 'b'])
  })

  test('only the last of two conversations opened in quick succession is shown', async () => {
    const { talk } = talkWith()
    await Promise.all([talk.open(one), talk.open(idOf(2))])
    expect(talk.conversation?.id).toBe(idOf(2))
  })

  test('each conversation keeps its own draft', async () => {
    const { talk, asked } = talkWith()
    await talk.open(one)
    talk.setDraft('给第一位')
    await talk.open(idOf(2))
    expect(talk.draft).toBe('')
    talk.setDraft('给第二位')
    await talk.open(one)
    expect(talk.draft).toBe('给第一位')
    await vi.runAllTimersAsync()
    expect(asked('chat.saveDraft').map(({ params }) => params)).toEqual([
      { conversationId: one, text: '给第一位' },
      { conversationId: idOf(2), text: '给第二位' },
    ])
  })

  test('a draft the host kept is there at the first opening', async () => {
    const { talk } = talkWith({ 'desk.talk': () => ({ ...page([]), conversation: liveConversation(1), draft: '上次写的' }) })
    await talk.open(one)
    expect(talk.draft).toBe('上次写的')
  })

  test('what could not be sent is back in the input box, with the reason', async () => {
    const { talk } = talkWith()
    await talk.open(one)
    talk.setDraft('您好')
    await talk.send('您好')
    expect(talk.draft).toBe('您好')
    expect(talk.actionFailure).toMatchObject({ code: 'HOST_OFFLINE' })
  })

  test('the article of a filled-in text goes with the message, once', async () => {
    const { talk, asked } = talkWith({ 'chat.send': () => message('m', null) })
    await talk.open(one)
    talk.noteFilled({ articleId: 'a1' as ArticleId, text: '免征。' })
    await talk.send('您好，免征。')
    await talk.send('免征。')
    expect(asked('chat.send').map(({ params }) => params)).toEqual([
      { conversationId: one, text: '您好，免征。', articleId: 'a1' },
      { conversationId: one, text: '免征。' },
    ])
  })

  test('what could not be sent is still the article’s when it is sent again', async () => {
    const { talk, asked } = talkWith()
    await talk.open(one)
    talk.noteFilled({ articleId: 'a1' as ArticleId, text: '免征。' })
    await talk.send('免征。')
    await talk.send('免征。')
    expect(asked('chat.send').map(({ params }) => params)).toEqual(Array(2).fill({ conversationId: one, text: '免征。', articleId: 'a1' }))
  })

  test('what was filled into one conversation is not another’s', async () => {
    const { talk, asked } = talkWith()
    await talk.open(one)
    talk.noteFilled({ articleId: 'a1' as ArticleId, text: '免征。' })
    await talk.open(idOf(2))
    await talk.send('免征。')
    expect(asked('chat.send')[0]?.params).toEqual({ conversationId: idOf(2), text: '免征。' })
  })

  test('earlier messages are put in above', async () => {
    const { talk, asked } = talkWith({
      'desk.talk': () => ({ ...page([message('c', 3)], { hasEarlier: true }), conversation: liveConversation(1) }),
      'desk.loadEarlier': () => ({ messages: [message('a', 1), message('b', 2)], hasEarlier: false }),
    })
    await talk.open(one)
    await talk.loadEarlier()
    expect(shown(talk)).toEqual(['a', 'b', 'c'])
    expect(talk.hasEarlier).toBe(false)
    expect(asked('desk.loadEarlier')[0]?.params).toEqual({ conversationId: one, before: 'c' })
  })

  test('an older copy of the conversation never replaces a newer one', async () => {
    const { talk, host } = talkWith()
    await talk.open(one)
    host.emit('conversation.changed', liveConversation(1, { revision: 5, stage: 'ended' }))
    host.emit('conversation.changed', liveConversation(1, { revision: 4 }))
    expect(talk.isEnded).toBe(true)
  })

  test('a read mark is told once, and never backwards', async () => {
    const { talk, asked } = talkWith()
    await talk.open(one)
    await talk.markRead(one, 2)
    await talk.markRead(one, 2)
    await talk.markRead(one, 1)
    expect(asked('chat.markRead').map(({ params }) => params)).toEqual([{ conversationId: one, seq: 2 }])
  })

  test('what the office has read already is not told again', async () => {
    const { talk, asked } = talkWith({ 'desk.talk': () => ({ ...page([]), conversation: liveConversation(1, { officeReadSeq: 9 }) }) })
    await talk.open(one)
    await talk.markRead(one, 9)
    expect(asked('chat.markRead')).toEqual([])
  })
})
