// What a taxpayer asks about themselves, through a window's host: looked up when there is a line, promised when there is none.
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

const answers = async () => {
  const { messages } = await taxpayer.ask('chat.open', {})
  return messages.flatMap(({ id, body, guides }) => (body.kind === 'answer' ? { id, ...body.answer, guides } : []))
}
const said = (pattern: RegExp) => async (): Promise<boolean> => pattern.test(JSON.stringify(await answers()))
const ask = (text: string) => taxpayer.ask('chat.send', { conversationId: null, text })

it('with no line it is promised, and looked up by itself when the line is back', async () => {
  await taxpayer.heard('knowledge.changed', ({ articles }) => articles > 100)
  await server.stop()
  await taxpayer.heard('connection.changed', ({ state }) => state === 'offline')
  await ask('我有几条未读')
  await expect.poll(said(/现在离线，查不到您的消息/), { timeout: 15_000 }).toBe(true)
  await server.restart()
  await expect.poll(said(/截至 \d\d:\d\d，您没有未读消息/), { timeout: 15_000 }).toBe(true)
  expect(await answers()).toMatchObject([{ decision: 'own-records', offline: false, opens: 'notices' }])
})

it('a guide walked with no line is where it was after a restart', async () => {
  await ask('契税怎么在网上申报')
  await expect.poll(async () => (await answers()).length, { timeout: 15_000 }).toBe(1)
  const [answer] = await answers()
  const part = answer!.parts.findIndex(({ type }) => type === 'guide')
  await server.stop()
  const mark = { part, step: 1, isDone: false }
  await taxpayer.ask('chat.walkGuide', { messageId: answer!.id, mark })
  await taxpayer.reopen()
  expect(await answers()).toMatchObject([{ id: answer!.id, guides: [mark] }])
})
