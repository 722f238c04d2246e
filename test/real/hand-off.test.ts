// What is handed over with a conversation: the same to the taxpayer and to who serves, and to nobody else.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { routes } from '@zhengna/contract/http/index.ts'
import { openOffice, valueOf } from '../support/office.ts'
import { callRoute } from '../support/raw-api.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.remove())

it('is seen by its taxpayer before anybody serves, then by the agent; by no other agent and no other taxpayer', async () => {
  const office = await openOffice(server)
  const [taxpayer, other] = [await office.taxpayer(), await office.taxpayer()]
  const [agent, colleague] = [await office.agent(), await office.agent()]
  const line = await taxpayer.line()
  await line.say('火星上怎么报税，急死了')
  const { conversation } = await taxpayer.join()
  const params = { conversationId: conversation.id }
  const ask = (token: string) => callRoute(server.url, routes.getHandOff, { token, params })
  const own = valueOf(await ask(taxpayer.token)).pack
  expect(own).toMatchObject({ reason: 'button', asked: [{ text: '火星上怎么报税，急死了', vote: null }] })
  expect((await ask(other.token)).code).toBe('CONVERSATION_NOT_FOUND')
  expect((await ask(agent.token)).code).toBe('CONVERSATION_NOT_FOUND')
  valueOf(await agent.take())
  expect(valueOf(await ask(agent.token)).pack).toEqual(own)
  expect((await ask(colleague.token)).code).toBe('CONVERSATION_NOT_FOUND')
  await line.close()
})
