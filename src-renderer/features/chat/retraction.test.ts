// @vitest-environment happy-dom
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import { installFakeDesk } from '../desk/desk.fixture.ts'
import { aMessage, conversationA } from './chat.fixture.ts'
import MessageStream from './MessageStream.vue'
import { useRetractionStore } from './retraction.store.ts'

const own = (over: Partial<LocalMessage> = {}): LocalMessage =>
  aMessage('1', { author: 'taxpayer', at: Date.now(), delivery: 'delivered', body: { kind: 'text', text: '写错了' }, ...over })

function open(
  messages: readonly LocalMessage[],
  liveTalk: { id: typeof conversationA; servedAt: number } | null = { id: conversationA, servedAt: 1 },
) {
  const { host, plugins } = installFakeDesk({ 'chat.retract': () => ({}) })
  const stream = mount(MessageStream, {
    props: { messages, viewer: 'taxpayer', hasEarlier: false, loadEarlier: () => Promise.resolve(), liveTalk },
    global: { plugins },
  })
  const button = () => stream.findAll('button').find((one) => one.text() === '撤回')
  return { host, stream, button }
}

describe('撤回', () => {
  test('is offered of one’s own text for a while, where a person serves', () => {
    expect(open([own()]).button()).toBeDefined()
    expect(open([own({ at: Date.now() - limits.retractWithinMs })]).button()).toBeUndefined()
    expect(open([own({ delivery: 'pending' })]).button()).toBeUndefined()
    expect(open([own({ author: 'agent', delivery: null })]).button()).toBeUndefined()
    expect(open([own()], null).button()).toBeUndefined()
    // The bot has answered it.
    expect(open([own()], { id: conversationA, servedAt: Date.now() + 1 }).button()).toBeUndefined()
  })
  test('says which, and keeps the words to write them anew', async () => {
    const message = own()
    const { stream, button } = open([message])
    await button()!.trigger('click')
    expect(stream.emitted('retract')).toEqual([[message]])
    const retraction = useRetractionStore()
    expect(await retraction.retract(message)).toBeNull()
    await stream.setProps({ messages: [own({ body: { kind: 'retracted', text: null } })] })
    await flushPromises()
    expect(stream.text()).toContain('您撤回了一条消息')
    expect(stream.text()).not.toContain('写错了')
    await stream
      .findAll('button')
      .find((one) => one.text() === '重新编辑')!
      .trigger('click')
    expect(stream.emitted('rewrite')).toEqual([['写错了']])
  })
  test('of the other side is said where it stood, once', () => {
    const { stream } = open([
      own({ author: 'agent', delivery: null, body: { kind: 'retracted', text: null } }),
      aMessage('2', { author: 'system', delivery: null, body: { kind: 'event', event: { type: 'retracted', messageId: own().id } } }),
    ])
    expect(stream.text().match(/撤回了一条消息/g)).toEqual(['撤回了一条消息'])
    expect(stream.text()).toContain('对方')
  })
})
