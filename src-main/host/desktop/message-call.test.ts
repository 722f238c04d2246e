// What the other side of a live conversation wrote and nobody read, from a real store.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Conversation } from '@zhengna/contract/domain/conversation.ts'
import type { MessageBody } from '@zhengna/contract/domain/message.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import { aConversation, aMessage, openStoreStand, type StoreStand } from '../../../test/support/person-store.ts'
import { createEvents, type Events } from '../events.ts'
import type { DesktopCall } from './desktop.ts'
import { createMessageCalls, type MessageCalls } from './message-call.ts'

let stand: StoreStand
let events: Events
let calls: MessageCalls
let heard: (string | null)[]

function open(own: 'taxpayer' | 'agent'): void {
  stand = openStoreStand(own)
  const store = stand.store()
  calls = createMessageCalls({
    own,
    cache: { unreadTalks: () => Promise.resolve(store.unreadTalks()), person: (id) => Promise.resolve(store.person(id)) },
    events,
    desktop: {
      call: ({ title, text }: DesktopCall) => heard.push(`${title}：${text}`),
      settle: () => heard.push(null),
    },
    log: (line) => heard.push(line),
  })
}
beforeEach(() => {
  events = createEvents()
  heard = []
})
afterEach(() => {
  calls.stop()
  stand.remove()
})
const live = (over: Partial<Conversation> = {}): Conversation =>
  aConversation({ stage: 'live', agent: { id: 'zx001' as PersonId, number: '1001' }, ...over })
function came(conversation: Conversation, author: 'taxpayer' | 'agent' | 'bot', seq: number, body?: MessageBody): void {
  const store = stand.store()
  store.saveConversation(conversation)
  const { messages, removed } = store.saveMessages(conversation.id, [aMessage(conversation.id, seq, { author, ...(body && { body }) })])
  events.emit('messages.changed', { messages, removed })
}
const expectCalled = (title: string | null) => expect.poll(() => heard.at(-1)).toBe(title)

describe('a taxpayer', () => {
  beforeEach(() => open('taxpayer'))
  it('is called to what the agent wrote, until it is read', async () => {
    const conversation = live()
    came(conversation, 'agent', 1)
    await expectCalled('坐席 1001 号回复了您：1 条未读，请回到窗口查看。')
    came(conversation, 'agent', 2)
    await expectCalled('坐席 1001 号回复了您：2 条未读，请回到窗口查看。')
    stand.store().saveConversation({ ...conversation, taxpayerReadSeq: 2 })
    events.emit('conversation.changed', conversation)
    await expectCalled(null)
  })
  it('is not called to what the bot says, nor to what was taken back or is over', async () => {
    const conversation = live()
    came(conversation, 'bot', 1)
    await expectCalled(null)
    came(conversation, 'agent', 2, { kind: 'retracted', text: null })
    came(live({ stage: 'ended', ordinal: 2 }), 'agent', 1)
    await expect.poll(() => heard.length).toBeGreaterThan(1)
    expect(heard.every((one) => one === null)).toBe(true)
  })
})

describe('an agent', () => {
  beforeEach(() => open('agent'))
  it('is called by the name of who wrote, or by how many did', async () => {
    stand.store().savePerson({ id: 'nsr001' as PersonId, name: '演示商贸有限公司', role: 'taxpayer' } as never)
    came(live(), 'taxpayer', 1)
    await expectCalled('演示商贸有限公司发来新消息：1 条未读，请回到窗口查看。')
    came(live({ ordinal: 2 }), 'taxpayer', 1)
    await expectCalled('2 个会话有新消息：2 条未读，请回到窗口查看。')
  })
})
