// The queue: who is served, in what order, by whom, and that a place is never lost or given twice.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { priorities } from '@zhengna/contract/domain/queue.ts'
import { routes } from '@zhengna/contract/http/index.ts'
import type { TicketId } from '@zhengna/contract/ids.ts'
import { landedIn, openOffice, valueOf, type Office, type TestTaxpayer } from '../support/office.ts'
import { callRoute, signIn } from '../support/raw-api.ts'
import { openLine } from '../support/raw-line.ts'
import { withStore } from '../support/register.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let office: Office

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.remove())
beforeEach(async () => {
  office = await openOffice(server)
})

const setTicket = (id: TicketId, change: { priority?: number; enqueued_at?: number; skill_group_id?: never }): Promise<unknown> =>
  withStore(server.dataDir, (trx) => trx.updateTable('tickets').set(change).where('id', '=', id).execute())
const waitingTaxpayers = async (count: number): Promise<TestTaxpayer[]> => {
  const taxpayers: TestTaxpayer[] = []
  for (let index = 0; index < count; index += 1) {
    const taxpayer = await office.taxpayer()
    await taxpayer.join()
    taxpayers.push(taxpayer)
  }
  return taxpayers
}

describe('the order', () => {
  it('is priority, then waiting time, then id', async () => {
    const taxpayers = await waitingTaxpayers(4)
    const tickets = await Promise.all(taxpayers.map(async (taxpayer) => (await taxpayer.place())?.ticketId))
    const [first, second, third, fourth] = tickets
    if (!first || !second || !third || !fourth) throw new Error('somebody does not wait')
    const now = server.clock.now()
    await setTicket(first, { enqueued_at: now })
    await setTicket(second, { enqueued_at: now })
    await setTicket(third, { enqueued_at: now - 1_000 })
    await setTicket(fourth, { enqueued_at: now + 9_000, priority: priorities.booked })
    const agent = await office.agent()
    const served: string[] = []
    for (let count = 0; count < 4; count += 1) served.push(valueOf(await agent.take()).conversation.taxpayerId)
    const sameMoment = [first, second].toSorted().map((ticket) => taxpayers[tickets.indexOf(ticket)]?.account)
    expect(served).toEqual([taxpayers[3]?.account, taxpayers[2]?.account, ...sameMoment])
  })

  it('counts those ahead, and moves up when somebody leaves', async () => {
    const [first, second, third] = await waitingTaxpayers(3)
    expect((await third?.place())?.ahead).toBe(2)
    const line = await third?.line()
    expect((await first?.cancel())?.code).toBeNull()
    expect((await second?.place())?.ahead).toBe(0)
    expect((await line?.frame('place', ({ place }) => place?.ahead === 1))?.place?.ahead).toBe(1)
    await line?.close()
  })

  it('asking again while waiting keeps the place and the reason', async () => {
    const [first, second] = await waitingTaxpayers(2)
    const before = await first?.place()
    const again = await first?.join('phrase')
    expect(again?.place).toEqual(before)
    expect(again?.conversation.handOverReason).toBe('button')
    expect((await second?.place())?.ahead).toBe(1)
  })
})

describe('taking', () => {
  it('a called ticket cannot be called again', async () => {
    const [taxpayer] = await waitingTaxpayers(1)
    const ticketId = (await taxpayer?.place())?.ticketId ?? null
    const agent = await office.agent()
    expect((await agent.take(ticketId)).code).toBeNull()
    expect(await agent.take(ticketId)).toMatchObject({ status: 409, code: 'QUEUE_TICKET_GONE' })
    expect(await agent.take()).toMatchObject({ status: 409, code: 'QUEUE_EMPTY' })
    expect(await taxpayer?.place()).toBeNull()
  })

  it('of two agents who call the same ticket at once exactly one gets it', async () => {
    const agents = [await office.agent(), await office.agent(), await office.agent()]
    for (let round = 0; round < 3; round += 1) {
      const [taxpayer] = await waitingTaxpayers(1)
      const ticketId = (await taxpayer?.place())?.ticketId ?? null
      const replies = await Promise.all(agents.map((agent) => agent.take(ticketId)))
      expect(replies.map(({ code }) => code).toSorted()).toEqual(['QUEUE_TICKET_GONE', 'QUEUE_TICKET_GONE', null].toSorted())
      const winner = agents[replies.findIndex(({ code }) => code === null)]
      const { conversation } = valueOf(replies.find(({ code }) => code === null) ?? (replies[0] as never))
      expect(conversation.agent?.id).toBe(winner?.account)
    }
  })

  it('agents who call the next at once get each their own', async () => {
    const taxpayers = await waitingTaxpayers(3)
    const agents = [await office.agent(), await office.agent(), await office.agent(), await office.agent()]
    const replies = await Promise.all(agents.map((agent) => agent.take()))
    const served = replies.flatMap((reply) => (reply.code ? [] : (reply.body.conversation.taxpayerId as string)))
    expect(served.toSorted()).toEqual(taxpayers.map(({ account }) => account).toSorted())
    expect(replies.filter(({ code }) => code === 'QUEUE_EMPTY')).toHaveLength(1)
  })

  it('an agent at capacity gets no more until one has ended, however fast they ask', async () => {
    await waitingTaxpayers(4)
    const agent = await office.agent({ capacity: 2 })
    const replies = await Promise.all([agent.take(), agent.take(), agent.take()])
    expect(replies.filter(({ code }) => code === null)).toHaveLength(2)
    const refused = replies.find(({ code }) => code === 'AGENT_AT_CAPACITY')
    expect(refused?.message).toContain('上限 2 个')
    const taken = replies.find(({ code }) => code === null)
    await callRoute(server.url, routes.endConversation, {
      token: agent.token,
      params: { conversationId: taken?.body.conversation.id ?? '' },
    })
    expect((await agent.take()).code).toBeNull()
  })

  it.each(['busy', 'resting'] as const)('an agent who is %s gets none, and keeps those they have', async (presence) => {
    await waitingTaxpayers(2)
    const agent = await office.agent()
    const { conversation } = valueOf(await agent.take())
    await agent.present(presence)
    expect(await agent.take()).toMatchObject({ status: 409, code: 'AGENT_NOT_AVAILABLE' })
    const line = await agent.line()
    expect(await line.say('请讲', { conversationId: conversation.id })).toMatchObject({ type: 'ack' })
    await line.close()
  })

  it('a group the agent does not serve does not exist for them', async () => {
    const [taxpayer] = await waitingTaxpayers(1)
    const ticketId = (await taxpayer?.place())?.ticketId ?? null
    const stranger = await office.agent({ groups: ['invoice'] })
    const groupless = await office.agent({ groups: [] })
    for (const agent of [stranger, groupless]) {
      expect((await agent.take()).code).toBe('QUEUE_EMPTY')
      expect((await agent.take(ticketId)).code).toBe('QUEUE_TICKET_GONE')
      const board = valueOf(await callRoute(server.url, routes.getBoard, { token: agent.token }))
      expect(board).toMatchObject({ waiting: [], waitingCount: 0 })
    }
    expect((await taxpayer?.place())?.ahead).toBe(0)
  })

  it('a ticket that never was is gone', async () => {
    const agent = await office.agent()
    expect((await agent.take('0190f5fe-0000-7000-8000-000000000000' as TicketId)).code).toBe('QUEUE_TICKET_GONE')
  })
})

describe('another office', () => {
  it('sees nothing and gets nothing', async () => {
    const [taxpayer] = await waitingTaxpayers(1)
    const place = await taxpayer?.place()
    const elsewhere = await openOffice(server)
    const agent = await elsewhere.agent()
    const line = await agent.line()
    const { conversation } = (await taxpayer?.join()) ?? {}
    expect(valueOf(await callRoute(server.url, routes.getBoard, { token: agent.token }))).toMatchObject({ waiting: [], waitingCount: 0 })
    expect((await agent.take()).code).toBe('QUEUE_EMPTY')
    expect((await agent.take(place?.ticketId)).code).toBe('QUEUE_TICKET_GONE')
    for (const route of [routes.getConversation, routes.listMessages, routes.endConversation]) {
      const reply = await callRoute(server.url, route, { token: agent.token, params: { conversationId: conversation?.id ?? '' } })
      expect(reply).toMatchObject({ status: 404, code: 'CONVERSATION_NOT_FOUND' })
    }
    const supervisor = (await signIn(server.url, 'bz001')).accessToken
    expect(
      await callRoute(server.url, routes.getConversation, { token: supervisor, params: { conversationId: conversation?.id ?? '' } }),
    ).toMatchObject({ code: 'CONVERSATION_NOT_FOUND' })
    expect(JSON.stringify(line.frames)).not.toContain(conversation?.id)
    await line.close()
  })
})

describe('a place', () => {
  it('survives a lost line and a restart of the server', async () => {
    const [taxpayer, behind] = await waitingTaxpayers(2)
    const before = await behind?.place()
    const line = await behind?.line()
    await line?.close()
    await server.restart()
    expect(await behind?.place()).toEqual(before)
    const back = await openLine(server.url, behind?.token ?? '')
    expect((await back.frame('welcome')).place).toEqual(before)
    await taxpayer?.cancel()
    expect((await back.frame('place', ({ place }) => place?.ahead === 0)).place?.ticketId).toBe(before?.ticketId)
    await back.close()
  })

  it('that is given up is given up once', async () => {
    const [taxpayer] = await waitingTaxpayers(1)
    expect(valueOf((await taxpayer?.cancel()) as never)).toMatchObject({ conversation: { stage: 'bot', handOverReason: null } })
    expect(await taxpayer?.cancel()).toMatchObject({ status: 409, code: 'QUEUE_TICKET_GONE' })
    expect((await taxpayer?.join())?.place.ahead).toBe(0)
  })

  it('is either cancelled or called, never both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [taxpayer] = await waitingTaxpayers(1)
      const agent = await office.agent()
      const [cancelled, taken] = await Promise.all([taxpayer?.cancel(), agent.take()])
      expect([cancelled?.code, taken.code].filter((code) => code === null)).toHaveLength(1)
    }
  })

  it('is left when the conversation ends while it waits', async () => {
    const [taxpayer, behind] = await waitingTaxpayers(2)
    const { conversation } = (await taxpayer?.join()) ?? {}
    const reply = await callRoute(server.url, routes.endConversation, {
      token: taxpayer?.token,
      params: { conversationId: conversation?.id ?? '' },
    })
    expect(valueOf(reply).conversation).toMatchObject({ stage: 'ended', endedBy: 'taxpayer', rating: { state: 'none' } })
    expect((await behind?.place())?.ahead).toBe(0)
    const agent = await office.agent()
    expect(valueOf(await agent.take()).conversation.taxpayerId).toBe(behind?.account)
  })

  it('cannot be asked for while an agent serves', async () => {
    const [taxpayer] = await waitingTaxpayers(1)
    await (await office.agent()).take()
    expect(await callRoute(server.url, routes.handOver, { token: taxpayer?.token, body: { reason: 'button' } })).toMatchObject({
      code: 'CONVERSATION_STAGE_WRONG',
    })
  })

  it('asked for by two windows at once is one place', async () => {
    const taxpayer = await office.taxpayer()
    const [one, other] = await Promise.all([taxpayer.join(), taxpayer.join()])
    expect(one.place.ticketId).toBe(other.place.ticketId)
    expect(one.conversation.id).toBe(other.conversation.id)
  })
})

describe('the board', () => {
  it('tells an agent who waits, with masked numbers and the last question', async () => {
    const agent = await office.agent()
    const line = await agent.line()
    const taxpayer = await office.taxpayer()
    const talking = await taxpayer.line()
    await talking.say('契税\n税率是多少')
    await taxpayer.join()
    const { board } = await line.frame('board', ({ board: told }) => told.waiting.length === 1)
    expect(board.waiting[0]).toMatchObject({
      taxpayerId: taxpayer.account,
      reason: 'button',
      lastQuestion: '契税 税率是多少',
      taxpayerNumber: '000***********0027',
    })
    expect(JSON.stringify(board)).not.toContain('000000190001010027')
    await Promise.all([line.close(), talking.close()])
  })

  it('counts the agents who are idle and connected, and no others', async () => {
    const [taxpayer] = await waitingTaxpayers(1)
    const agents = [await office.agent(), await office.agent(), await office.agent({ groups: ['invoice'] })]
    const lines = await Promise.all(agents.map((agent) => agent.line()))
    await agents[1]?.present('busy')
    await expect.poll(async () => (await taxpayer?.place())?.agentsIdle).toBe(1)
    await lines[0]?.close()
    await expect.poll(async () => (await taxpayer?.place())?.agentsIdle).toBe(0)
    await Promise.all(lines.map((line) => line.close()))
  })
})

describe('the bot meanwhile', () => {
  it('answers while the taxpayer waits, and is silent once an agent serves', async () => {
    const taxpayer = await office.taxpayer()
    const line = await taxpayer.line()
    await taxpayer.join()
    const first = await line.say('契税税率是多少')
    const replyTo = (id: string) =>
      line.frames.some((frame) => frame.type === 'message' && frame.message.body.kind === 'answer' && frame.message.body.replyTo === id)
    await expect.poll(() => replyTo(first.id ?? '')).toBe(true)
    expect((await taxpayer.place())?.ahead).toBe(0)
    const agent = await office.agent()
    await agent.take()
    const second = await line.say('印花税税率是多少')
    const third = await line.say('转人工')
    await line.frame('message', (frame) => frame.message.id === third.id)
    expect([second, third].map(({ id }) => replyTo(id ?? ''))).toEqual([false, false])
    await line.close()
  })

  it.each(['转人工', '我要人工客服'])('“%s” joins the queue by itself', async (phrase) => {
    const taxpayer = await office.taxpayer()
    const line = await taxpayer.line()
    const id = landedIn(await line.say(phrase))
    const { conversation } = await line.frame('conversation', (frame) => frame.conversation.stage === 'queued')
    expect(conversation).toMatchObject({ id, handOverReason: 'phrase' })
    expect((await line.frame('place', ({ place }) => place !== null)).place?.conversationId).toBe(id)
    expect(await taxpayer.place()).toMatchObject({ conversationId: id, ahead: 0 })
    // Said again it changes nothing.
    await line.say(phrase)
    expect(await taxpayer.place()).toMatchObject({ conversationId: id, ahead: 0 })
    await line.close()
  })
})
