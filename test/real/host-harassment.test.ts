// 防骚扰 over real sockets: what somebody writes who may not waits with the reason, and goes in its order, once.
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'
import { routes } from '@zhengna/contract/http/index.ts'
import { afterAll, beforeAll, beforeEach, afterEach, expect, it } from 'vitest'
import { openTestHost, type TestHost } from '../support/host.ts'
import { openOffice, valueOf, type Office } from '../support/office.ts'
import { callRoute, signIn } from '../support/raw-api.ts'
import { addTaxpayer, withStore } from '../support/register.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let office: Office
let host: TestHost
let account: string
let supervisor: string
let newcomers = 0

beforeAll(async () => {
  server = await startTestServer()
  supervisor = (await signIn(server.url, 'bz001')).accessToken
})
afterAll(() => server.remove())
beforeEach(async () => {
  office = await openOffice(server)
  account = await withStore(server.dataDir, (trx) => addTaxpayer(trx, `nsr6${String(++newcomers).padStart(3, '0')}`))
  host = await openTestHost('taxpayer', server.url)
  await host.signIn(account)
})
afterEach(() => host.remove())

const own = async (): Promise<LocalMessage[]> =>
  (await host.ask('chat.open', {})).messages.filter(({ author, body }) => author === 'taxpayer' && body.kind === 'text')
const deliveries = async () => (await own()).map(({ delivery }) => delivery)
const write = (text: string) => host.ask('chat.send', { conversationId: null, text })
async function curse(): Promise<void> {
  for (const text of ['你就是个傻逼', '你这个狗东西']) {
    await write(text)
    await expect.poll(async () => (await deliveries()).includes('pending')).toBe(false)
  }
}
const interceptions = async () => valueOf(await callRoute(server.url, routes.listInterceptions, { token: supervisor, query: {} })).items

it('messages wait as 待发 with the reason, over a restart of the host, and go in their order when it is lifted', async () => {
  await curse()
  await curse()
  for (const text of ['第一句', '第二句', '第三句']) await write(text)
  const reasons = async () => (await own()).flatMap(({ failure }) => failure?.code ?? [])
  await expect.poll(reasons).toContain('HARASSMENT_COOLING')
  expect((await deliveries()).slice(-3)).toEqual(['pending', 'pending', 'pending'])
  await host.reopen()
  await host.online()
  await expect.poll(reasons).toContain('HARASSMENT_COOLING')
  const [cooling] = (await interceptions()).filter(({ taxpayerId }) => taxpayerId === account)
  expect(cooling).toMatchObject({ action: 'cool-down', state: 'active' })
  valueOf(
    await callRoute(server.url, routes.liftInterception, {
      token: supervisor,
      params: { interceptionId: cooling!.id },
      body: { reason: '已电话沟通' },
    }),
  )
  await expect.poll(deliveries, { timeout: 10_000 }).not.toContain('pending')
  const sent = (await own()).slice(-3)
  expect(sent.map(({ body }) => body.kind === 'text' && body.text)).toEqual(['第一句', '第二句', '第三句'])
  expect(sent.every(({ failure }) => failure === null)).toBe(true)
})

it('an agent reports it: recorded, told to the taxpayer, and seen by supervisors of that office alone', async () => {
  const agent = await office.agent()
  const taxpayer = await office.taxpayer()
  await taxpayer.join()
  const { conversation } = valueOf(await agent.take())
  const report = (token: string) =>
    callRoute(server.url, routes.reportHarassment, { token, params: { conversationId: conversation.id }, body: { remark: '言语骚扰' } })
  const colleague = await office.agent()
  expect((await report(colleague.token)).code).toBe('CONVERSATION_NOT_FOUND')
  expect(valueOf(await report(agent.token)).number).toMatch(/^LJ\d{12}$/)
  const page = valueOf(
    await callRoute(server.url, routes.listMessages, { token: agent.token, params: { conversationId: conversation.id } }),
  )
  expect(page.messages.at(-1)?.body).toMatchObject({ kind: 'event', event: { type: 'intercepted', condition: 'reported', action: 'warn' } })
  expect((await interceptions()).some(({ conversationId }) => conversationId === conversation.id)).toBe(false)
})

it('whoever is muted can ask for no person either, and can still leave a message', async () => {
  await curse()
  await curse()
  server.clock.advance(61_000)
  await curse()
  const asked = await host.tryAsk('queue.join', { reason: 'button' })
  expect(asked).toMatchObject({ ok: false, error: { code: 'HARASSMENT_MUTED' } })
  expect((await host.tryAsk('records.leaveMessageForm', {})).ok).toBe(true)
})
