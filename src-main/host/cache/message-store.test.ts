// Messages from the server in the local store: gaps, order, read marks, pages, the clear mark.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MessageId } from '@zhengna/contract/ids.ts'
import { aConversation, aMessage, anAnswer, anOutgoing, openStoreStand, type StoreStand } from '../../../test/support/person-store.ts'
import type { PersonStore } from './person-store.ts'

let stand: StoreStand
let store: PersonStore
const conversation = aConversation({ ordinal: 5 })
const { id } = conversation

beforeEach(() => {
  stand = openStoreStand()
  store = stand.store()
  store.saveConversation(conversation)
})
afterEach(() => stand.remove())

const save = (...seqs: number[]) =>
  store.saveMessages(
    id,
    seqs.map((seq) => aMessage(id, seq)),
  )
const seqsOf = (page: { messages: readonly { seq: number | null }[] }): (number | null)[] => page.messages.map(({ seq }) => seq)

describe('what came', () => {
  it('is synced up to the first gap, and past it once the gap is filled', () => {
    expect(save(1, 2, 5).syncedSeq).toBe(2)
    expect(save(4).syncedSeq).toBe(2)
    expect(save(3).syncedSeq).toBe(5)
    expect(store.conversation(id)?.syncedSeq).toBe(5)
  })

  it('twice is one row', () => {
    const message = aMessage(id, 1)
    store.saveMessages(id, [message])
    expect(store.saveMessages(id, [message, message]).messages).toHaveLength(1)
    expect(store.page(null, 10, true).messages).toHaveLength(1)
  })

  it('raises the conversation’s last seq, never lowers it', () => {
    expect(save(1, 2, 3).conversation.lastSeq).toBe(3)
    expect(save(2).conversation.lastSeq).toBe(3)
  })

  it('of a conversation nobody knows is a mistake of ours', () => {
    expect(() => store.saveMessages(aConversation().id, [aMessage(id, 1)])).toThrow(/not known/)
  })

  it('is shown by ordinal and seq, whatever came first', () => {
    const earlier = aConversation({ ordinal: 4 })
    save(2, 1)
    store.saveConversation(earlier)
    store.saveMessages(earlier.id, [aMessage(earlier.id, 1), aMessage(earlier.id, 2)])
    const { messages } = store.page(null, 10, true)
    expect(messages.map((message) => [message.conversationId, message.seq])).toEqual([
      [earlier.id, 1],
      [earlier.id, 2],
      [id, 1],
      [id, 2],
    ])
  })

  it('survives a restart', () => {
    save(1, 2)
    expect(seqsOf(stand.reopen().page(null, 10, true))).toEqual([1, 2])
  })
})

describe('read marks', () => {
  it('one’s own message is delivered, and read once the office has read that far', () => {
    save(1, 2)
    expect(store.page(null, 10, true).messages.map(({ delivery }) => delivery)).toEqual(['delivered', 'delivered'])
    store.saveConversation({ ...conversation, officeReadSeq: 1, revision: 1 })
    expect(store.page(null, 10, true).messages.map(({ delivery }) => delivery)).toEqual(['read', 'delivered'])
    expect(store.ownBetween(id, 0, 1).map(({ seq }) => seq)).toEqual([1])
  })
  it('the bot’s answer has read its question', () => {
    const question = aMessage(id, 1)
    store.saveMessages(id, [
      question,
      aMessage(id, 2, { author: 'bot', body: { kind: 'answer', replyTo: question.id, answer: anAnswer() } }),
    ])
    expect(store.page(null, 10, true).messages.map(({ delivery }) => delivery)).toEqual(['read', null])
  })
})

describe('pages', () => {
  it('walk back to the first message, each once', () => {
    save(...Array.from({ length: 25 }, (_, index) => index + 1))
    const seen: (number | null)[] = []
    let before: MessageId | null = null
    for (;;) {
      const page = store.page(before, 10, false)
      seen.unshift(...seqsOf(page))
      if (!page.more) break
      before = page.messages[0]?.id ?? null
    }
    expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => index + 1))
  })
  it('of exactly the size have no more', () => {
    save(1, 2, 3)
    expect(store.page(null, 3, true).more).toBe(false)
    expect(store.page(null, 2, true)).toMatchObject({ more: true })
  })
  it('of one conversation hold no other’s', () => {
    const other = aConversation({ ordinal: 6 })
    store.saveConversation(other)
    save(1)
    store.saveMessages(other.id, [aMessage(other.id, 1)])
    expect(store.pageOf(id, null, 10).messages.map(({ conversationId }) => conversationId)).toEqual([id])
  })
  it('before a message that is not there are empty', () => {
    save(1)
    expect(store.page(aMessage(id, 9).id, 10, false).messages).toEqual([])
  })
})

describe('the clear mark', () => {
  it('empties the first page, deletes nothing, and says that there is more', () => {
    save(1, 2)
    store.markCleared()
    expect(store.page(null, 10, true)).toEqual({ messages: [], more: true })
    expect(seqsOf(store.page(null, 10, false))).toEqual([1, 2])
  })
  it('lets through what comes after it', () => {
    save(1, 2)
    store.markCleared()
    save(3)
    store.enqueue(anOutgoing('后来写的'))
    expect(seqsOf(store.page(null, 10, true))).toEqual([3, null])
  })
  it('keeps back older history that is fetched later, and shows it when asked', () => {
    save(1, 2)
    store.markCleared()
    const earlier = aConversation({ ordinal: 4 })
    store.saveConversation(earlier)
    store.saveMessages(earlier.id, [aMessage(earlier.id, 1)])
    expect(store.page(null, 10, true).messages).toEqual([])
    expect(store.page(null, 10, false).messages).toHaveLength(3)
  })
  it('keeps back a gap that is filled later', () => {
    save(1, 3)
    store.markCleared()
    save(2)
    expect(store.page(null, 10, true).messages).toEqual([])
  })
  it('keeps back what the server had at that moment, though it was not fetched yet', () => {
    store.saveConversation({ ...conversation, lastSeq: 2, revision: 1 })
    store.markCleared()
    save(1, 2, 3)
    expect(seqsOf(store.page(null, 10, true))).toEqual([3])
  })
  it('hides an unsent message also after it was sent', () => {
    const outgoing = anOutgoing('清屏前写的')
    store.enqueue(outgoing)
    store.markCleared()
    expect(store.page(null, 10, true).messages).toEqual([])
    store.acknowledge(outgoing.id, id, 1, 9)
    store.saveMessages(id, [aMessage(id, 1, { id: outgoing.id })])
    expect(store.page(null, 10, true).messages).toEqual([])
  })
  it('survives a restart, and moves on when set again', () => {
    save(1)
    store.markCleared()
    store = stand.reopen()
    expect(store.page(null, 10, true).messages).toEqual([])
    save(2)
    store.markCleared()
    expect(store.page(null, 10, true).messages).toEqual([])
  })
  it('on an empty stream hides nothing later', () => {
    store.markCleared()
    save(1)
    expect(seqsOf(store.page(null, 10, true))).toEqual([1])
  })
})
