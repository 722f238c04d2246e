import { expect, test } from 'vitest'
import { createConsoleUnread, createTaxpayerUnread } from './unread.ts'

const messages = (...given: [id: string, author: string][]) => ({ messages: given.map(([id, author]) => ({ id, author })), removed: [] })

test('an agent’s message counts once, however often it is reported, while the window is away', () => {
  const unread = createTaxpayerUnread()
  unread.hear('messages.changed', messages(['1', 'agent'], ['2', 'bot'], ['3', 'taxpayer'], ['4', 'system']), false)
  unread.hear('messages.changed', messages(['1', 'agent'], ['5', 'agent']), false)
  expect(unread.count()).toBe(2)
})

test('what was written before the person’s eyes is not unread, also when it is reported again later', () => {
  const unread = createTaxpayerUnread()
  unread.hear('messages.changed', messages(['1', 'agent']), true)
  unread.hear('messages.changed', messages(['1', 'agent']), false)
  expect(unread.count()).toBe(0)
})

test('looking at the window reads everything', () => {
  const unread = createTaxpayerUnread()
  unread.hear('messages.changed', messages(['1', 'agent']), false)
  unread.seen()
  unread.hear('messages.changed', messages(['1', 'agent']), false)
  expect(unread.count()).toBe(0)
})

test('the console counts what its workbench counts, whoever looks', () => {
  const unread = createConsoleUnread()
  unread.hear('desk.changed', { conversations: [{ unread: 2 }, { unread: 3 }] }, true)
  unread.seen()
  expect(unread.count()).toBe(5)
  unread.hear('desk.changed', { conversations: [] }, true)
  expect(unread.count()).toBe(0)
})
