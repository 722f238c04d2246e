// An agent who serves is gone: they have a while to come back, and then somebody else serves, before everybody who waits.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { routes } from '@zhengna/contract/http/index.ts'
import type { ConversationId, PersonId } from '@zhengna/contract/ids.ts'
import { landedIn, openOffice, valueOf, type Office, type TestAgent, type TestTaxpayer } from '../support/office.ts'
import { callRoute } from '../support/raw-api.ts'
import type { RawLine } from '../support/raw-line.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

/** 坐席中断等待时长, as it is set where nobody set it. */
const graceMs = 60_000

let server: TestServer
let office: Office
let agent: TestAgent
let taxpayer: TestTaxpayer
let own: RawLine
let seat: RawLine
let id: ConversationId
let servedRevision: number
let lines: RawLine[] = []

beforeAll(async () => void (server = await startTestServer()))
afterAll(() => server.remove())
beforeEach(async () => {
  office = await openOffice(server)
  agent = await office.agent()
  taxpayer = await office.taxpayer()
  own = await opened(taxpayer)
  seat = await opened(agent)
  await taxpayer.join()
  await takeThem()
})
afterEach(async () => {
  await Promise.all(lines.map((line) => line.close()))
  lines = []
})

async function opened(who: { line(): Promise<RawLine> }): Promise<RawLine> {
  const line = await who.line()
  lines.push(line)
  return line
}
async function takeThem(): Promise<void> {
  const { conversation } = valueOf(await agent.take())
  id = conversation.id
  servedRevision = conversation.revision
}
const now = async (by: { readonly token: string } = taxpayer) =>
  valueOf(await callRoute(server.url, routes.getConversation, { token: by.token, params: { conversationId: id } })).conversation
const isAway = (line = own) => line.frame('conversation', ({ conversation }) => conversation.agentAwaySince !== null)
/** Not the waiting before they were served. */
const isFreed = (line = own) =>
  line.frame('conversation', ({ conversation }) => conversation.stage === 'queued' && conversation.revision > servedRevision)
const end = () => callRoute(server.url, routes.endConversation, { token: taxpayer.token, params: { conversationId: id } })
async function leave(): Promise<void> {
  await seat.close()
  await isAway()
}
async function free(): Promise<void> {
  await leave()
  server.clock.advance(graceMs + 1_000)
  await isFreed()
}

describe('an agent whose line is lost', () => {
  it('is shown as gone at once, and what is written meanwhile is there when they are back', async () => {
    await leave()
    expect(landedIn(await own.say('还在吗'))).toBe(id)
    server.clock.advance(graceMs - 5_000)
    const back = await opened(agent)
    await own.frame('conversation', ({ conversation }) => conversation.agentAwaySince === null)
    expect((await back.frame('welcome')).conversations.map((one) => one.id)).toContain(id)
    server.clock.advance(graceMs)
    expect(landedIn(await back.say('在的，请说', { conversationId: id }))).toBe(id)
    expect(await now()).toMatchObject({ stage: 'live', agent: { id: agent.account }, agentAwaySince: null })
  })

  it('with another window still open is not gone', async () => {
    await opened(agent)
    await seat.close()
    server.clock.advance(graceMs + 1_000)
    expect(landedIn(await own.say('还在吗'))).toBe(id)
    expect(await now()).toMatchObject({ stage: 'live', agentAwaySince: null })
  })

  it('for too long serves no more: whom they served waits before everybody, and the reason is on record', async () => {
    const other = await office.taxpayer()
    await other.join()
    await free()
    const place = await taxpayer.place()
    expect(place).toMatchObject({ ahead: 0, reason: 'agent-dropped' })
    expect((await other.place())?.ahead).toBe(1)
    const { messages } = valueOf(
      await callRoute(server.url, routes.listMessages, { token: taxpayer.token, params: { conversationId: id } }),
    )
    expect(messages.flatMap(({ body }) => (body.kind === 'event' ? [body.event] : []))).toContainEqual({
      type: 'agent-dropped',
      agentNumber: expect.any(String) as string,
    })
    const colleague = await office.agent()
    const desk = await opened(colleague)
    const { board } = await desk.frame('board', (frame) => frame.board.waitingCount === 2)
    expect(board.waiting.map(({ reason }) => reason)).toEqual(['agent-dropped', 'button'])
    expect(valueOf(await colleague.take()).conversation).toMatchObject({ id, agent: { id: colleague.account }, agentAwaySince: null })
  })

  it('reaches it no more, and writes no more into it', async () => {
    await free()
    const back = await opened(agent)
    expect((await back.frame('welcome')).conversations.map((one) => one.id)).not.toContain(id)
    expect(await back.say('在的，请说', { conversationId: id })).toMatchObject({ type: 'refused' })
    const reached = await callRoute(server.url, routes.getConversation, { token: agent.token, params: { conversationId: id } })
    expect(reached.code).toBe('CONVERSATION_NOT_FOUND')
  })
})

describe('the rating', () => {
  it('is not asked where the agent is gone as the taxpayer ends it, nor where they wait again', async () => {
    await leave()
    expect(valueOf(await end()).conversation.rating).toEqual({ state: 'none' })
    await taxpayer.join()
    seat = await opened(agent)
    await takeThem()
    await free()
    expect(valueOf(await end()).conversation.rating).toEqual({ state: 'none' })
  })

  it('is asked where somebody else served on', async () => {
    await free()
    const colleague = await office.agent()
    await opened(colleague)
    valueOf(await colleague.take())
    expect(valueOf(await end()).conversation.rating).toEqual({ state: 'asked' })
  })
})

it('while a colleague is asked to take over, that is waited for; declined, the grace is over', async () => {
  const colleague = await office.agent()
  await opened(colleague)
  const to = { kind: 'agent', agentId: colleague.account as PersonId } as const
  const params = { conversationId: id }
  const { transfer } = valueOf(await callRoute(server.url, routes.askTransfer, { token: agent.token, params, body: { to, note: '请接' } }))
  await leave()
  valueOf(await callRoute(server.url, routes.acceptTransfer, { token: colleague.token, params: { transferId: transfer.id } }))
  server.clock.advance(graceMs + 1_000)
  await own.say('还在吗')
  expect(await now()).toMatchObject({ stage: 'live', agent: { id: colleague.account }, agentAwaySince: null })
})

it('a restart of the server makes nobody gone: the time counts from it', async () => {
  await leave()
  server.clock.advance(graceMs - 1_000)
  await server.restart()
  const again = await opened(taxpayer)
  server.clock.advance(graceMs - 5_000)
  await again.say('还在吗')
  expect(await now()).toMatchObject({ stage: 'live', agent: { id: agent.account } })
  server.clock.advance(10_000)
  await isFreed(again)
})
