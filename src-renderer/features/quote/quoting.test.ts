// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { beforeEach, expect, it } from 'vitest'
import { aMessage, conversationA, conversationB, type FakeHost } from '../chat/chat.fixture.ts'
import { installFakeDesk } from '../desk/desk.fixture.ts'
import { useQuotingStore } from './quoting.store.ts'

let host: FakeHost
let quoting: ReturnType<typeof useQuotingStore>
beforeEach(() => {
  const desk = installFakeDesk({})
  host = desk.host
  mount({ render: () => null, setup: () => void (quoting = useQuotingStore()) }, { global: { plugins: desk.plugins } })
})

it('what is chosen is its conversation’s alone, and goes with the message', () => {
  quoting.choose(aMessage('m1'))
  expect(quoting.quoteIn(conversationA)).toEqual({ quote: 'm1' })
  expect(quoting.quoteIn(conversationB)).toEqual({})
  quoting.cancel(conversationA)
  expect(quoting.quoteIn(conversationA)).toEqual({})
})

it('what the server does not have yet, what happened, and what was taken back is not chosen', () => {
  quoting.choose(aMessage('m1', { seq: null }))
  quoting.choose(aMessage('m2', { body: { kind: 'event', event: { type: 'queue-cancelled' } } }))
  quoting.choose(aMessage('m3', { body: { kind: 'retracted', text: null } }))
  expect(quoting.chosenIn(conversationA)).toBeNull()
})

it('what is taken back after it was chosen is chosen no more', () => {
  quoting.choose(aMessage('m1'))
  host.emit('messages.changed', { messages: [aMessage('m1', { body: { kind: 'retracted', text: null } })], removed: [] })
  expect(quoting.chosenIn(conversationA)).toBeNull()
})
