// @vitest-environment happy-dom
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { installHost } from '../../host/index.ts'
import { aConversation, aMessage, conversationA, conversationB, fakeHost } from './chat.fixture.ts'
import { useChatStore } from './chat.store.ts'

function chatWith(answers: Record<string, (params: never) => unknown> = {}) {
  const view = { messages: [], hasEarlier: false, conversation: null, place: null, draft: '' }
  const host = fakeHost({ 'chat.open': () => view, 'chat.saveDraft': () => null, ...answers })
  installHost(host)
  setActivePinia(createPinia())
  return { host, chat: useChatStore(), view }
}

describe('the chat', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('a sent message is shown at once and changes in place as it goes on its way', async () => {
    const { chat, host } = chatWith({ 'chat.send': () => aMessage('m', { seq: null, conversationId: null, delivery: 'pending' }) })
    await chat.open()
    chat.draft = '怎么开票'
    expect(await chat.send('怎么开票')).toBeNull()
    expect(chat.draft).toBe('')
    expect(chat.messages.map(({ delivery }) => delivery)).toEqual(['pending'])
    host.emit('messages.changed', { messages: [aMessage('m', { seq: 1, delivery: 'delivered' })], removed: [] })
    expect(chat.messages.map(({ delivery }) => delivery)).toEqual(['delivered'])
  })

  test('when sending fails, the text is back in the input box, before what was typed meanwhile', async () => {
    const { chat } = chatWith()
    await chat.open()
    chat.draft = '第一句'
    const sending = chat.send('第一句')
    chat.draft = '第二句'
    expect(await sending).toMatchObject({ code: 'HOST_OFFLINE' })
    expect(chat.draft).toBe('第一句\n第二句')
  })

  test('picking an option leaves the draft alone and names the article', async () => {
    const { chat, host } = chatWith({ 'chat.send': () => aMessage('m') })
    await chat.open()
    chat.draft = '还没写完'
    await chat.ask('怎样开具发票？', 'option', 'a1' as ArticleId)
    expect(chat.draft).toBe('还没写完')
    expect(host.asked).toContainEqual({
      name: 'chat.send',
      params: { conversationId: null, text: '怎样开具发票？', origin: 'option', articleId: 'a1' },
    })
  })

  test('what is to be completed goes below what is being typed, once', async () => {
    const { chat } = chatWith()
    await chat.open()
    chat.prompt('第 1 步遇到问题：')
    expect(chat.draft).toBe('第 1 步遇到问题：')
    chat.draft = '写到一半'
    for (let times = 0; times < 2; times += 1) chat.prompt('第 1 步遇到问题：')
    expect(chat.draft).toBe('写到一半\n第 1 步遇到问题：')
  })

  test('a guide walked on is shown where it stands now; not kept, it stays and says why', async () => {
    const mark = { part: 0, step: 1, isDone: false }
    const before = aMessage('m', { author: 'bot', delivery: null })
    const { chat, host } = chatWith({ 'chat.walkGuide': () => ({ ...before, guides: [mark] }) })
    await chat.open()
    host.emit('messages.changed', { messages: [before], removed: [] })
    expect(await chat.walkGuide(before.id, mark)).toBeNull()
    expect(chat.messages).toMatchObject([{ guides: [mark] }])
    const broken = chatWith()
    expect(await broken.chat.walkGuide(before.id, mark)).toMatchObject({ code: 'HOST_OFFLINE' })
  })

  test('a question whose article is gone is asked as if it were typed, and leaves the draft alone', async () => {
    const { chat, host } = chatWith({ 'chat.send': () => aMessage('m') })
    await chat.open()
    chat.draft = '还没写完'
    await chat.ask('怎样开具发票？', 'notice', null)
    expect(chat.draft).toBe('还没写完')
    expect(host.asked).toContainEqual({
      name: 'chat.send',
      params: { conversationId: null, text: '怎样开具发票？', origin: 'notice' },
    })
  })

  test('a clicked word or question leaves the draft alone and says where it was clicked', async () => {
    const { chat, host } = chatWith({ 'chat.send': () => aMessage('m') })
    await chat.open()
    chat.draft = '还没写完'
    await chat.ask('发票', 'hot-word')
    await chat.ask('怎样开具发票？', 'recommendation', 'a1' as ArticleId)
    expect(chat.draft).toBe('还没写完')
    expect(host.asked.filter(({ name }) => name === 'chat.send').map(({ params }) => params)).toEqual([
      { conversationId: null, text: '发票', origin: 'hot-word' },
      { conversationId: null, text: '怎样开具发票？', origin: 'recommendation', articleId: 'a1' },
    ])
  })

  test('the draft is kept once, a moment after the last key, and comes back at the next opening', async () => {
    const { chat, host } = chatWith()
    await chat.open()
    for (const text of ['我', '我想', '我想问']) {
      chat.draft = text
      await vi.advanceTimersByTimeAsync(300)
    }
    expect(host.asked.filter(({ name }) => name === 'chat.saveDraft')).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    const kept = host.asked.filter(({ name }) => name === 'chat.saveDraft')
    expect(kept).toEqual([{ name: 'chat.saveDraft', params: { conversationId: null, text: '我想问' } }])

    const next = chatWith({ 'chat.open': () => ({ ...next.view, draft: '我想问' }) })
    await next.chat.open()
    expect(next.chat.draft).toBe('我想问')
  })

  test('the last conversation is the one with the highest ordinal, in its newest revision', async () => {
    const { chat, host } = chatWith({})
    await chat.open()
    host.emit('conversation.changed', aConversation({ id: conversationB, ordinal: 2, revision: 4, stage: 'live' }))
    host.emit('conversation.changed', aConversation({ id: conversationA, ordinal: 1, revision: 9, stage: 'ended' }))
    host.emit('conversation.changed', aConversation({ id: conversationB, ordinal: 2, revision: 3, stage: 'queued' }))
    expect(chat.conversation).toMatchObject({ id: conversationB, stage: 'live' })
    expect(chat.canAskPerson).toBe(false)
  })

  test('清屏 empties the screen only; loading brings the records back', async () => {
    const records = [aMessage('a', { seq: 1 }), aMessage('b', { seq: 2 })]
    const { chat, host, view } = chatWith({
      'chat.open': () => ({ ...view, messages: records, conversation: aConversation({ lastSeq: 2 }) }),
      'chat.clear': () => null,
      'chat.loadEarlier': () => ({ messages: records, hasEarlier: false }),
    })
    await chat.open()
    await chat.clear()
    expect([chat.messages.length, chat.isCleared, chat.hasEarlier]).toEqual([0, true, true])
    host.emit('messages.changed', { messages: [aMessage('b', { seq: 2, delivery: 'read' })], removed: [] })
    expect(chat.messages).toEqual([])
    await chat.loadEarlier()
    expect(chat.messages.map(({ id }) => id)).toEqual(['a', 'b'])
    expect([chat.isCleared, chat.hasEarlier]).toEqual([false, false])
  })

  test('a failed message taken back for mending leaves the stream and stands in the input box', async () => {
    const failed = aMessage('m', { seq: null, delivery: 'failed', body: { kind: 'text', text: '原文' } })
    const { chat, view } = chatWith({ 'chat.open': () => ({ ...view, messages: [failed] }), 'chat.discard': () => null })
    await chat.open()
    await chat.edit(failed)
    expect(chat.messages).toEqual([])
    expect(chat.draft).toBe('原文')
  })

  test('the place in the queue goes when the conversation is no longer queued', async () => {
    const { chat, host } = chatWith()
    await chat.open()
    host.emit('place.changed', { conversationId: conversationA, ahead: 2 })
    expect(chat.place).toMatchObject({ ahead: 2 })
    host.emit('conversation.changed', aConversation({ stage: 'live', revision: 2 }))
    expect(chat.place).toBeNull()
  })
})
