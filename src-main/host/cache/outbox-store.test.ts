// What must still reach the server: kept in order over restarts, sent once, given up only by the person.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failure } from '@zhengna/contract/errors.ts'
import { aConversation, aMessage, anAnswer, anOutgoing, openStoreStand, type StoreStand } from '../../../test/support/person-store.ts'
import { newMessageId } from '../../../test/support/raw-line.ts'
import type { PersonStore } from './person-store.ts'

let stand: StoreStand
let store: PersonStore
const conversation = aConversation()

beforeEach(() => {
  stand = openStoreStand()
  store = stand.store()
})
afterEach(() => stand.remove())

const write = (...texts: string[]) => texts.map((text) => store.enqueue(anOutgoing(text)))
const pending = (): string[] => store.pending(0, 100).map(({ text }) => text)
const shown = (): string[] => store.page(null, 100, true).messages.map(({ body }) => (body.kind === 'text' ? body.text : body.kind))
const refusal = failure('MESSAGE_BLOCKED')

describe('unsent messages', () => {
  it('keep the order they were written in, over a restart', () => {
    write('一', '二', '三')
    store = stand.reopen()
    write('四')
    expect(pending()).toEqual(['一', '二', '三', '四'])
    expect(store.pendingCount()).toBe(4)
  })

  it('are shown after everything the server has, in that order', () => {
    write('一', '二')
    store.saveConversation(conversation)
    store.saveMessages(conversation.id, [aMessage(conversation.id, 1), aMessage(conversation.id, 2)])
    expect(shown()).toEqual(['第1句', '第2句', '一', '二'])
  })

  it('can be asked for from a place on', () => {
    write('一', '二', '三')
    const [first] = store.pending(0, 1)
    expect(store.pending(first?.position ?? 0, 10).map(({ text }) => text)).toEqual(['二', '三'])
  })

  it('leave the outbox when they are acknowledged, and take their place', () => {
    const [one] = write('一', '二')
    store.saveConversation(conversation)
    expect(one && store.acknowledge(one.id, conversation.id, 7, 99)).toMatchObject({
      seq: 7,
      at: 99,
      delivery: 'delivered',
      conversationId: conversation.id,
    })
    expect(pending()).toEqual(['二'])
  })

  it('keep what the server stored instead of what was sent', () => {
    const [one] = write('原文')
    store.saveConversation(conversation)
    store.acknowledge(one!.id, conversation.id, 1, 99, '＊＊')
    store = stand.reopen()
    expect(shown()).toEqual(['＊＊'])
  })

  it('leave it also when the message itself comes before the acknowledgement', () => {
    const [one] = write('一')
    store.saveConversation(conversation)
    store.saveMessages(conversation.id, [aMessage(conversation.id, 1, { ...(one && { id: one.id }) })])
    expect(pending()).toEqual([])
    expect(one && store.acknowledge(one.id, conversation.id, 1, 2)).toMatchObject({ seq: 1, delivery: 'delivered' })
    expect(store.page(null, 10, true).messages).toHaveLength(1)
  })

  it('an acknowledgement of nothing known changes nothing', () => {
    write('一')
    expect(store.acknowledge(newMessageId(), conversation.id, 1, 1)).toBeNull()
    expect(pending()).toEqual(['一'])
  })
})

describe('a failed message', () => {
  it('says why, over a restart, and is not sent again by itself', () => {
    const [one] = write('一', '二')
    if (one) store.markFailed(one.id, refusal)
    store = stand.reopen()
    expect(store.page(null, 10, true).messages[0]).toMatchObject({ delivery: 'failed', failure: refusal })
    expect(pending()).toEqual(['二'])
    expect(store.pendingCount()).toBe(1)
  })

  it('仍要发送 is remembered over a restart, 重发 forgets it', () => {
    const [one] = write('一')
    store.markFailed(one!.id, failure('MESSAGE_WARNED'))
    store.requeue(one!.id, true)
    store = stand.reopen()
    expect(store.pending(0, 10)).toMatchObject([{ id: one!.id, isConfirmed: true }])
    store.markFailed(one!.id, refusal)
    store.requeue(one!.id)
    expect(store.pending(0, 10)).toMatchObject([{ id: one!.id, isConfirmed: false }])
  })

  it('重发 goes to the end under its own id', () => {
    const [one] = write('一', '二')
    if (!one) return
    store.markFailed(one.id, refusal)
    expect(store.requeue(one.id)).toMatchObject({ id: one.id, delivery: 'pending', failure: null })
    expect(pending()).toEqual(['二', '一'])
  })

  it('only a failed one is sent again or taken out', () => {
    const [one] = write('一')
    if (!one) return
    expect(store.requeue(one.id)).toBeNull()
    expect(store.discard(one.id)).toEqual([])
    expect(store.requeue(newMessageId())).toBeNull()
    expect(store.discard(newMessageId())).toEqual([])
    expect(pending()).toEqual(['一'])
  })

  it('taken out is gone from stream and outbox', () => {
    const [one] = write('一')
    if (!one) return
    store.markFailed(one.id, refusal)
    expect(store.discard(one.id)).toEqual([one.id])
    expect(shown()).toEqual([])
    expect(store.requeue(one.id)).toBeNull()
  })

  it('taken out takes the answer this machine gave it along', () => {
    const [one] = write('一')
    if (!one) return
    const answer = newMessageId()
    store.addOfflineAnswer(one.id, answer, anAnswer(), 9)
    store.markFailed(one.id, refusal)
    // Windows are told of both.
    expect(store.discard(one.id)).toEqual([one.id, answer])
    expect(shown()).toEqual([])
  })

  it('that the server has all the same is delivered', () => {
    const [one] = write('一')
    if (!one) return
    store.markFailed(one.id, refusal)
    store.saveConversation(conversation)
    store.saveMessages(conversation.id, [aMessage(conversation.id, 1, { id: one.id })])
    expect(store.page(null, 10, true).messages).toMatchObject([{ delivery: 'delivered', failure: null }])
    expect(store.discard(one.id)).toEqual([])
  })
})

describe('an answer made with no line', () => {
  it('stands under its question and is told to the server with it', () => {
    const [one] = write('一', '二')
    if (!one) return
    expect(store.unanswered().map(({ text }) => text)).toEqual(['一', '二'])
    store.addOfflineAnswer(one.id, newMessageId(), anAnswer(), 9)
    expect(store.unanswered().map(({ text }) => text)).toEqual(['二'])
    expect(store.pending(0, 1)[0]?.offlineAnswer).toEqual({ decision: 'answer', articleId: null })
    expect(shown()).toEqual(['一', 'answer', '二'])
  })

  it('gives way to the server’s', () => {
    const [one] = write('一')
    if (!one) return
    const local = newMessageId()
    store.addOfflineAnswer(one.id, local, anAnswer('旧'), 9)
    store.saveConversation(conversation)
    const answered = aMessage(conversation.id, 2, { author: 'bot', body: { kind: 'answer', replyTo: one.id, answer: anAnswer('新') } })
    const saved = store.saveMessages(conversation.id, [aMessage(conversation.id, 1, { id: one.id }), answered])
    expect(saved.removed).toEqual([local])
    expect(store.page(null, 10, true).messages.map(({ id }) => id)).toEqual([one.id, answered.id])
  })

  it('of a message that left meanwhile is not kept', () => {
    expect(store.addOfflineAnswer(newMessageId(), newMessageId(), anAnswer(), 9)).toBeNull()
    expect(shown()).toEqual([])
  })
})

describe('drafts', () => {
  it('are kept by conversation, over a restart', () => {
    store.saveDraft('', '一', 1)
    store.saveDraft(conversation.id, '二', 1)
    store.saveDraft('', '三', 2)
    store = stand.reopen()
    expect([store.draft(''), store.draft(conversation.id), store.draft('none')]).toEqual(['三', '二', ''])
  })
  it('written empty are gone', () => {
    store.saveDraft('', '一', 1)
    store.saveDraft('', '', 2)
    expect(store.draft('')).toBe('')
  })
})
