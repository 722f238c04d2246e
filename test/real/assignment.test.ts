// 自动分配 on a real server: offered in order, accepted in time or the next agent's, and every one who was passed by with the reason.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { routes } from '@zhengna/contract/http/index.ts'
import type { QueueBoard, WaitingTicket } from '@zhengna/contract/domain/queue.ts'
import { openOffice, valueOf, type Office, type TestAgent, type TestTaxpayer } from '../support/office.ts'
import { callRoute, signIn } from '../support/raw-api.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import type { RawLine } from '../support/raw-line.ts'
import { withStore } from '../support/register.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let office: Office
let lines: RawLine[] = []

beforeAll(async () => {
  server = await startTestServer()
  const { accessToken: token } = await signIn(server.url, 'admin001')
  const set = { params: { name: 'queue.assignment' }, body: { value: 'automatic' }, token } as const
  valueOf(await callRoute(server.url, routes.changeSetting, set))
})
afterAll(() => server.remove())
beforeEach(async () => {
  await Promise.all(lines.map((line) => line.close()))
  lines = []
  office = await openOffice(server)
})

/** With a window open. */
async function agentAt(options: Parameters<Office['agent']>[0] = {}): Promise<TestAgent> {
  const agent = await office.agent(options)
  lines.push(await agent.line())
  return agent
}
async function taxpayerAt(): Promise<TestTaxpayer & { readonly window: RawLine }> {
  const taxpayer = await office.taxpayer()
  const window = await taxpayer.line()
  lines.push(window)
  return { ...taxpayer, window }
}
const board = async (agent: TestAgent): Promise<QueueBoard> => valueOf(await callRoute(server.url, routes.getBoard, { token: agent.token }))
/** Who is asked to take them; null while nobody is. */
const askedFor = async (taxpayer: TestTaxpayer, as: TestAgent): Promise<string | null> =>
  (await board(as)).waiting.find(({ taxpayerId }) => taxpayerId === taxpayer.account)?.offer?.agentId ?? null
const expectAsked = (taxpayer: TestTaxpayer, as: TestAgent, account: string | null) =>
  expect.poll(() => askedFor(taxpayer, as), { timeout: 10_000 }).toBe(account)
const skips = (ticketId: WaitingTicket['ticketId']) =>
  withStore(server.dataDir, async (trx) => {
    const rows = await trx.selectFrom('ticket_skips').select('reason').where('ticket_id', '=', ticketId).orderBy('position').execute()
    return rows.map(({ reason }) => reason)
  })

describe('an offer', () => {
  it('goes to a free agent by itself; accepted, they serve, and the taxpayer was told meanwhile', async () => {
    const agent = await agentAt()
    const taxpayer = await taxpayerAt()
    await taxpayer.join()
    await taxpayer.window.frame('place', ({ place }) => place?.isOffered === true)
    await expectAsked(taxpayer, agent, agent.account)
    expect(valueOf(await agent.take()).conversation).toMatchObject({ stage: 'live', agent: { id: agent.account } })
    expect(await taxpayer.place()).toBeNull()
  })

  it('is one agent’s alone: a colleague can neither take them nor decline for them', async () => {
    const agent = await agentAt()
    const taxpayer = await taxpayerAt()
    const { place } = await taxpayer.join()
    await expectAsked(taxpayer, agent, agent.account)
    const colleague = await agentAt()
    expect((await colleague.take(place.ticketId)).code).toBe('QUEUE_TICKET_GONE')
    expect((await colleague.take()).code).toBe('QUEUE_EMPTY')
    expect((await colleague.decline(place.ticketId)).code).toBe('QUEUE_TICKET_GONE')
  })

  it('declined is the next agent’s at once, in the same place', async () => {
    const agent = await agentAt()
    const colleague = await agentAt({ capacity: 1 })
    const taxpayer = await taxpayerAt()
    const { place } = await taxpayer.join()
    await expectAsked(taxpayer, agent, agent.account)
    valueOf(await agent.decline(place.ticketId))
    await expectAsked(taxpayer, agent, colleague.account)
    expect((await agent.decline(place.ticketId)).code).toBe('QUEUE_TICKET_GONE')
    expect((await taxpayer.place())?.enqueuedAt).toBe(place.enqueuedAt)
  })

  it('that nobody accepts in time is the next agent’s; too many in a row, and the agent is 示忙 and told why', async () => {
    const agent = await agentAt({ capacity: 1 })
    const own = lines[0]!
    const taxpayer = await taxpayerAt()
    await taxpayer.join()
    await expectAsked(taxpayer, agent, agent.account)
    server.clock.advance(31_000)
    await expectAsked(taxpayer, agent, null)
    // Alone, they are asked again after a while.
    server.clock.advance(61_000)
    await expectAsked(taxpayer, agent, agent.account)
    server.clock.advance(31_000)
    expect(await own.frame('presence', ({ reason }) => reason === 'lapsed')).toMatchObject({ presence: 'busy' })
    await agent.present('idle')
    server.clock.advance(61_000)
    await expectAsked(taxpayer, agent, agent.account)
  })

  it('to an agent who rests, or whose window is gone, is the next agent’s', async () => {
    const agent = await agentAt()
    const colleague = await office.agent({ capacity: 1 })
    const taxpayer = await taxpayerAt()
    await taxpayer.join()
    await expectAsked(taxpayer, agent, agent.account)
    lines.push(await colleague.line())
    await agent.present('resting')
    await expectAsked(taxpayer, agent, colleague.account)
    await agent.present('idle')
    await lines.pop()!.close()
    await expectAsked(taxpayer, agent, agent.account)
  })

  it('of somebody who wanted to be called: accepted, they are', async () => {
    const agent = await agentAt()
    await agent.present('busy')
    const taxpayer = await taxpayerAt()
    await taxpayer.join()
    valueOf(await taxpayer.callBack())
    await agent.present('idle')
    await expectAsked(taxpayer, agent, agent.account)
    expect(valueOf(await agent.take()).conversation.stage).toBe('queued')
    expect(valueOf(await taxpayer.answer()).conversation.stage).toBe('live')
  })

  it('ends with the place', async () => {
    const agent = await agentAt({ capacity: 1 })
    const taxpayer = await taxpayerAt()
    await taxpayer.join()
    await expectAsked(taxpayer, agent, agent.account)
    valueOf(await taxpayer.cancel())
    const next = await taxpayerAt()
    await next.join()
    await expectAsked(next, agent, agent.account)
  })
})

describe('the order', () => {
  it('is that of the queue, up to the capacity', async () => {
    const agent = await agentAt({ capacity: 2 })
    await agent.present('busy')
    const waiting = [await taxpayerAt(), await taxpayerAt(), await taxpayerAt()]
    for (const one of waiting) await one.join()
    await agent.present('idle')
    await expectAsked(waiting[1]!, agent, agent.account)
    expect(await askedFor(waiting[0]!, agent)).toBe(agent.account)
    expect(await askedFor(waiting[2]!, agent)).toBeNull()
    expect(valueOf(await agent.take()).conversation.taxpayerId).toBe(waiting[0]!.account)
  })

  it('whoever is passed by has the reason: gone for a moment, their group has nobody yet', async () => {
    const agent = await agentAt()
    await agent.present('busy')
    const gone = await taxpayerAt()
    const { place } = await gone.join()
    await gone.window.close()
    await expect.poll(async () => (await board(agent)).waiting[0]?.isAway, { timeout: 10_000 }).toBe(true)
    const next = await taxpayerAt()
    await next.join()
    await agent.present('idle')
    await expectAsked(next, agent, agent.account)
    expect(await askedFor(gone, agent)).toBeNull()
    expect(await skips(place.ticketId)).toEqual(['away'])
    lines.push(await gone.line())
    await expectAsked(gone, agent, agent.account)
  })

  it('an agent who takes the next passes by who is gone, and may take them by name', async () => {
    const agent = await agentAt()
    await agent.present('busy')
    const gone = await taxpayerAt()
    const { place } = await gone.join()
    await gone.window.close()
    await expect.poll(async () => (await board(agent)).waiting[0]?.isAway, { timeout: 10_000 }).toBe(true)
    await agent.present('idle')
    expect((await agent.take()).code).toBe('QUEUE_NOBODY_READY')
    expect(valueOf(await agent.take(place.ticketId)).conversation.taxpayerId).toBe(gone.account)
  })

  it('why somebody still waits is told to them, and to no other taxpayer', async () => {
    const [one, other] = [await taxpayerAt(), await taxpayerAt()]
    const { place } = await one.join()
    const params = { ticketId: place.ticketId }
    const { trace } = valueOf(await callRoute(server.url, routes.getQueueTrace, { token: one.token, params }))
    expect(trace).toMatchObject({ ticketId: place.ticketId, ahead: 0, offers: [], skips: [] })
    expect((await callRoute(server.url, routes.getQueueTrace, { token: other.token, params })).code).toBe('QUEUE_TICKET_GONE')
  })

  it('why somebody still waits is told to their office, and to no other', async () => {
    const agent = await agentAt({ capacity: 1 })
    const waiting = await taxpayerAt()
    const { place } = await waiting.join()
    await expectAsked(waiting, agent, agent.account)
    valueOf(await agent.decline(place.ticketId))
    const next = await taxpayerAt()
    await next.join()
    await expectAsked(next, agent, agent.account)
    const params = { ticketId: place.ticketId }
    const { trace } = valueOf(await callRoute(server.url, routes.getQueueTrace, { token: agent.token, params }))
    expect(trace).toMatchObject({ ahead: 0, agentsIdle: 1, offers: [{ why: 'group', outcome: 'declined' }], calls: [] })
    expect(trace.skips).toMatchObject([{ reason: 'declined', count: 1 }])
    const stranger = await (await openOffice(server)).agent()
    const refused = await callRoute(server.url, routes.getQueueTrace, { token: stranger.token, params })
    expect(refused.code).toBe('QUEUE_TICKET_GONE')
  })

  it('an agent who takes somebody by name passes by those in front, and that is written down too', async () => {
    const agent = await office.agent({ capacity: 5 })
    const [first, second] = [await taxpayerAt(), await taxpayerAt()]
    const { place } = await first.join()
    const { place: behind } = await second.join()
    valueOf(await agent.take(behind.ticketId))
    expect(await skips(place.ticketId)).toEqual(['named'])
  })

  it('other groups of the office help out after the time that is set', async () => {
    const helper = await agentAt({ groups: ['invoice'] })
    const taxpayer = await taxpayerAt()
    await taxpayer.join()
    const watcher = await office.agent()
    await watcher.present('busy')
    server.clock.advance(4 * 60_000)
    expect(await askedFor(taxpayer, watcher)).toBeNull()
    server.clock.advance(61_000)
    await expectAsked(taxpayer, watcher, helper.account)
    expect(valueOf(await helper.take()).conversation.stage).toBe('live')
  })

  it('the agent who served them last is asked first', async () => {
    const [one, other] = [await agentAt(), await agentAt()]
    const taxpayer = await taxpayerAt()
    await taxpayer.join()
    await expect.poll(() => askedFor(taxpayer, one), { timeout: 10_000 }).not.toBeNull()
    const served = (await askedFor(taxpayer, one)) === one.account ? one : other
    const { conversation } = valueOf(await served.take())
    const params = { conversationId: conversation.id }
    valueOf(await callRoute(server.url, routes.endConversation, { token: served.token, params }))
    // Busier than the other, and still theirs.
    const another = await taxpayerAt()
    await another.join()
    await expect.poll(() => askedFor(another, one), { timeout: 10_000 }).not.toBeNull()
    await taxpayer.join()
    await expectAsked(taxpayer, one, served.account)
  })
})

describe('a place', () => {
  it('of somebody who is gone is kept for a time and then given up, which they find in the stream', async () => {
    const taxpayer = await taxpayerAt()
    const { conversation } = await taxpayer.join()
    await taxpayer.window.close()
    server.clock.advance(4 * 60_000)
    expect(await taxpayer.place()).not.toBeNull()
    server.clock.advance(2 * 60_000)
    await expect.poll(() => taxpayer.place(), { timeout: 10_000 }).toBeNull()
    const params = { conversationId: conversation.id }
    const { messages } = valueOf(await callRoute(server.url, routes.listMessages, { token: taxpayer.token, params }))
    expect(messages.at(-1)?.body).toEqual({ kind: 'event', event: { type: 'queue-left' } })
  })

  it('of somebody whom a server that died left behind is looked after by the next, from when it could be reached again', async () => {
    const taxpayer = await taxpayerAt()
    const agent = await agentAt()
    await agent.present('busy')
    await taxpayer.join()
    // Nothing says goodbye: the store has them as present.
    const left = await withStore(server.dataDir, (trx) =>
      trx
        .selectFrom('tickets')
        .selectAll()
        .where('taxpayer_id', '=', taxpayer.account as PersonId)
        .execute(),
    )
    await server.restart()
    await withStore(server.dataDir, (trx) => trx.updateTable('tickets').set({ away_since: null }).where('id', '=', left[0]!.id).execute())
    server.clock.advance(50_000)
    expect((await board(agent)).waiting[0]?.isAway).toBe(false)
    server.clock.advance(15_000)
    await expect.poll(async () => (await board(agent)).waiting[0]?.isAway, { timeout: 10_000 }).toBe(true)
    server.clock.advance(5 * 60_000)
    await expect.poll(() => taxpayer.place(), { timeout: 10_000 }).toBeNull()
  })

  it('of somebody who is back in time is where it was, also over a restart', async () => {
    const [first, second] = [await taxpayerAt(), await taxpayerAt()]
    const { place } = await first.join()
    await second.join()
    await first.window.close()
    server.clock.advance(4 * 60_000)
    await server.restart()
    lines = []
    lines.push(await first.line(), await second.line())
    server.clock.advance(2 * 60_000)
    await expect.poll(async () => (await second.place())?.ahead).toBe(1)
    expect(await first.place()).toMatchObject({ ticketId: place.ticketId, ahead: 0, enqueuedAt: place.enqueuedAt })
  })

  it('is offered to nobody where agents take for themselves', async () => {
    const { accessToken: token } = await signIn(server.url, 'admin001')
    const set = (value: string) =>
      callRoute(server.url, routes.changeSetting, { params: { name: 'queue.assignment' }, body: { value }, token })
    valueOf(await set('manual'))
    const agent = await agentAt()
    const taxpayer = await taxpayerAt()
    await taxpayer.join()
    valueOf(await set('automatic'))
    // The first look that may offer is the one that does.
    await expectAsked(taxpayer, agent, agent.account)
  })
})
