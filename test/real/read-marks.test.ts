// What was read with no line is known to the other side when the line is back.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBothSides, type BothSides } from '../support/both-sides.ts'
import type { TestHost } from '../support/host.ts'
import type { TestServer } from '../support/server.ts'

let server: TestServer
let taxpayer: TestHost
let agent: TestHost
let sides: BothSides

beforeAll(async () => {
  sides = await openBothSides()
  ;({ server, taxpayer, agent } = sides)
})
afterAll(() => sides.remove())

it('a message read offline counts as read here at once, and at the server when the line is back', async () => {
  await taxpayer.ask('queue.join', { reason: 'button' })
  await agent.ask('desk.setPresence', { presence: 'idle' })
  const { id } = await agent.ask('desk.take', { ticketId: null })
  await taxpayer.ask('chat.send', { conversationId: null, text: '请看一下' })
  const { messages } = await agent.heard('messages.changed', ({ messages: came }) =>
    came.some(({ body }) => body.kind === 'text' && body.text === '请看一下'),
  )
  const seq = messages.at(-1)?.seq ?? 0
  await server.stop()
  await agent.heard('connection.changed', ({ state }) => state === 'offline')
  await agent.ask('chat.markRead', { conversationId: id, seq })
  const unread = async (): Promise<number | undefined> => (await agent.ask('desk.open', {})).conversations[0]?.unread
  expect(await unread()).toBe(0)
  await server.restart()
  const conversation = await taxpayer.heard('conversation.changed', ({ officeReadSeq }) => officeReadSeq >= seq)
  expect(conversation.id).toBe(id)
  expect(await unread()).toBe(0)
})
