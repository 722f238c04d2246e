// 轮到我时叫我: whoever wanted it is called, answers in time or is passed by, and loses no place that they did not give up.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { routes } from '@zhengna/contract/http/index.ts'
import type { QueueBoard } from '@zhengna/contract/domain/queue.ts'
import { openOffice, valueOf, type Office, type TestAgent, type TestTaxpayer } from '../support/office.ts'
import { callRoute } from '../support/raw-api.ts'
import type { RawLine } from '../support/raw-line.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let office: Office
let agent: TestAgent
let first: TestTaxpayer
let second: TestTaxpayer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.remove())
let windows: RawLine[] = []
beforeEach(async () => {
  await Promise.all(windows.map((line) => line.close()))
  office = await openOffice(server)
  agent = await office.agent({ capacity: 2 })
  first = await office.taxpayer()
  await first.join()
  valueOf(await first.callBack())
  second = await office.taxpayer()
  await second.join()
  windows = [await first.line(), await second.line()]
})

const board = async (): Promise<QueueBoard> => valueOf(await callRoute(server.url, routes.getBoard, { token: agent.token }))
const ticketOf = async (taxpayer: TestTaxpayer) => (await taxpayer.place())!.ticketId
/** From now, to the nearest five: the clock goes on. */
const inSeconds = (at: number): number => Math.round((at - server.clock.now()) / 5000) * 5
/** Until the server, which looks once a second by its clock, has ended the call. */
const missed = async (): Promise<void> => {
  server.clock.advance(61_000)
  await expect.poll(async () => (await first.place())?.call ?? null, { timeout: 10_000 }).toBeNull()
}

describe('somebody who wanted to be called', () => {
  it('is called when an agent takes them, keeps their place meanwhile, and is served when they answer', async () => {
    const line = await first.line()
    const { conversation } = valueOf(await agent.take())
    expect(conversation).toMatchObject({ stage: 'queued', taxpayerId: first.account })
    const { place } = await line.frame('place', (told) => Boolean(told.place?.call))
    expect(place?.call?.isLast).toBe(false)
    expect(inSeconds(place!.call!.endsAt)).toBe(60)
    expect((await second.place())?.ahead).toBe(1)
    expect(valueOf(await first.answer()).conversation).toMatchObject({ stage: 'live', agent: { id: agent.account } })
    expect(await first.place()).toBeNull()
    expect((await second.place())?.ahead).toBe(0)
    await line.close()
  })

  it('who changed their mind is connected at once', async () => {
    valueOf(await first.callBack(false))
    expect(valueOf(await agent.take()).conversation.stage).toBe('live')
  })

  it('is shown to agents as being called, by whom; a colleague can neither take them nor give up the call', async () => {
    valueOf(await agent.take())
    const [called] = (await board()).waiting
    expect(called).toMatchObject({ callsBack: true, call: { agentId: agent.account }, passedUntil: null })
    const colleague = await office.agent()
    expect((await colleague.take(called!.ticketId)).code).toBe('QUEUE_TICKET_GONE')
    expect((await colleague.withdraw(called!.ticketId)).code).toBe('QUEUE_CALL_GONE')
    expect(valueOf(await colleague.take()).conversation.taxpayerId).toBe(second.account)
  })

  it('answers once, however often and from however many windows', async () => {
    valueOf(await agent.take())
    const replies = await Promise.all([first.answer(), first.answer(), first.answer()])
    expect(replies.map(({ code }) => code).toSorted()).toEqual(['QUEUE_CALL_GONE', 'QUEUE_CALL_GONE', null].toSorted())
    expect((await first.answer()).code).toBe('QUEUE_CALL_GONE')
  })

  it('counts against the capacity of who calls', async () => {
    valueOf(await agent.take())
    valueOf(await agent.take())
    expect((await agent.take()).code).toBe('AGENT_AT_CAPACITY')
  })
})

describe('a call', () => {
  it('that is deferred lets others go first for a while, and then comes in its old place', async () => {
    const third = await office.taxpayer()
    await third.join()
    valueOf(await agent.take())
    const { place } = valueOf(await first.defer())
    expect(place).toMatchObject({ call: null, ahead: 0 })
    expect(inSeconds((await board()).waiting[0]!.passedUntil!)).toBe(180)
    expect(valueOf(await agent.take()).conversation.taxpayerId).toBe(second.account)
    server.clock.advance(3 * 60_000)
    expect(valueOf(await agent.take()).conversation.taxpayerId).toBe(first.account)
  })

  it('that nobody answers in time is over for both sides, and the place is kept', async () => {
    valueOf(await agent.take())
    await missed()
    expect((await first.answer()).code).toBe('QUEUE_CALL_GONE')
    expect(await first.place()).toMatchObject({ ahead: 0, callsBack: true })
    expect((await board()).waiting[0]?.call).toBeNull()
    expect(valueOf(await agent.take()).conversation.taxpayerId).toBe(second.account)
  })

  it('is the last one at the limit: it cannot be deferred, and unanswered the place is dropped', async () => {
    valueOf(await agent.take(await ticketOf(first)))
    valueOf(await first.defer())
    valueOf(await agent.take(await ticketOf(first)))
    await missed()
    const { conversation } = valueOf(await agent.take(await ticketOf(first)))
    expect((await first.place())?.call?.isLast).toBe(true)
    expect((await first.defer()).code).toBe('QUEUE_CALL_GONE')
    server.clock.advance(61_000)
    await expect.poll(() => first.place(), { timeout: 10_000 }).toBeNull()
    const { messages } = valueOf(
      await callRoute(server.url, routes.listMessages, {
        token: first.token,
        params: { conversationId: conversation.id },
        query: { afterSeq: 0 },
      }),
    )
    const unanswered = messages.flatMap(({ body }) => (body.kind === 'event' && body.event.type === 'call-unanswered' ? [body.event] : []))
    expect(unanswered.map(({ isDeferred, isDropped }) => [isDeferred, isDropped])).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ])
    expect((await first.join()).place).toMatchObject({ ahead: 1, callsBack: false })
  })

  it('that the agent gives up costs the taxpayer nothing', async () => {
    valueOf(await agent.take())
    valueOf(await agent.withdraw(await ticketOf(first)))
    expect(await first.place()).toMatchObject({ call: null, ahead: 0 })
    expect((await board()).waiting[0]?.passedUntil).toBeNull()
    expect(valueOf(await agent.take()).conversation.taxpayerId).toBe(first.account)
  })

  it('ends with 取消排队, and frees the agent', async () => {
    valueOf(await agent.take())
    valueOf(await first.cancel())
    expect((await first.answer()).code).toBe('QUEUE_CALL_GONE')
    valueOf(await agent.take())
    const third = await office.taxpayer()
    await third.join()
    expect((await agent.take()).code).toBeNull()
  })

  it('outlives a restart of the server', async () => {
    valueOf(await agent.take())
    const before = await first.place()
    await server.restart()
    expect(await first.place()).toEqual(before)
    expect(valueOf(await first.answer()).conversation.agent?.id).toBe(agent.account)
  })
})
