// Local first: what is typed with no line is safe, answered from the snapshot, and arrives once, in order.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestHost, type TestHost } from '../support/host.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let taxpayer: TestHost

beforeEach(async () => {
  server = await startTestServer()
  taxpayer = await openTestHost('taxpayer', server.url)
  await taxpayer.signIn('nsr002')
})
afterEach(async () => {
  await taxpayer.remove()
  await server.remove()
})

const offline = (): Promise<unknown> => taxpayer.heard('connection.changed', ({ state }) => state === 'offline')

it('messages typed while the server is stopped arrive once, in order, when it is back', async () => {
  await taxpayer.heard('knowledge.changed', ({ articles }) => articles > 100)
  await server.stop()
  await offline()
  for (const text of ['专项附加扣除怎么填', '第二个问题', '第三个问题']) {
    const written = await taxpayer.ask('chat.send', { conversationId: null, text })
    expect(written.delivery).toBe('pending')
  }
  await taxpayer.heard('messages.changed', ({ messages }) => messages.some(({ body }) => body.kind === 'answer' && body.answer.offline))
  await server.restart()
  await taxpayer.heard('connection.changed', ({ state, unsent }) => state === 'online' && unsent === 0)
  const history = async (): Promise<string[]> => {
    const { messages } = await taxpayer.ask('chat.open', {})
    return messages.flatMap(({ body, delivery }) => (body.kind === 'text' && delivery !== 'pending' ? body.text : []))
  }
  await expect.poll(history, { timeout: 15_000 }).toEqual(['专项附加扣除怎么填', '第二个问题', '第三个问题'])
  const { messages } = await taxpayer.ask('chat.open', {})
  const answers = messages.flatMap(({ body }) => (body.kind === 'answer' ? body.replyTo : []))
  expect(new Set(answers).size).toBe(answers.length)
  expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1))
})

it('history, drafts and the clear-screen mark survive a restart of the program', async () => {
  await taxpayer.ask('chat.send', { conversationId: null, text: '个税汇算什么时候办' })
  await taxpayer.heard('messages.changed', ({ messages }) => messages.some(({ body }) => body.kind === 'answer'))
  await taxpayer.ask('chat.saveDraft', { conversationId: null, text: '写到一半的话' })
  await server.stop()
  await taxpayer.reopen()
  const reopened = await taxpayer.ask('chat.open', {})
  expect(reopened.messages).toHaveLength(2)
  expect(reopened.draft).toBe('写到一半的话')
  await taxpayer.ask('chat.clear', {})
  await taxpayer.reopen()
  const cleared = await taxpayer.ask('chat.open', {})
  expect(cleared).toMatchObject({ messages: [], hasEarlier: true })
  const restored = await taxpayer.ask('chat.loadEarlier', { before: null })
  expect(restored.messages).toHaveLength(2)
})
