// 转接 on a real server: whoever serves keeps the conversation until another accepts, and a taxpayer has one agent at every moment.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { routes } from '@zhengna/contract/http/index.ts'
import type { TransferTarget } from '@zhengna/contract/domain/transfer.ts'
import type { ConversationId, PersonId, SkillGroupId, TransferId } from '@zhengna/contract/ids.ts'
import { openOffice, valueOf, type Office, type TestAgent, type TestTaxpayer } from '../support/office.ts'
import { callRoute } from '../support/raw-api.ts'
import type { RawLine } from '../support/raw-line.ts'
import { withStore } from '../support/register.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

type Seated = TestAgent & { readonly window: RawLine }

let server: TestServer
let office: Office
let lines: RawLine[] = []
let sender: Seated
let colleague: Seated
let taxpayer: TestTaxpayer & { readonly window: RawLine }
let conversationId: ConversationId

beforeAll(async () => void (server = await startTestServer()))
afterAll(() => server.remove())
beforeEach(async () => {
  await Promise.all(lines.map((line) => line.close()))
  lines = []
  office = await openOffice(server)
  sender = await seated()
  colleague = await seated({ capacity: 1 })
  const who = await office.taxpayer()
  taxpayer = { ...who, window: await who.line() }
  lines.push(taxpayer.window)
  await who.join()
  conversationId = valueOf(await sender.take()).conversation.id
})

async function seated(options: Parameters<Office['agent']>[0] = {}): Promise<Seated> {
  const agent = await office.agent(options)
  const window = await agent.line()
  lines.push(window)
  return { ...agent, window }
}
const toAgent = ({ account }: TestAgent): TransferTarget => ({ kind: 'agent', agentId: account as PersonId })
const toGroup: TransferTarget = { kind: 'group', groupId: 'general' as SkillGroupId }
const ask = (to: TransferTarget, by: TestAgent = sender, note = '已核对开票信息') =>
  callRoute(server.url, routes.askTransfer, { token: by.token, params: { conversationId }, body: { to, note } })
const accept = (id: TransferId, by: TestAgent) =>
  callRoute(server.url, routes.acceptTransfer, { token: by.token, params: { transferId: id } })
const decline = (id: TransferId, by: TestAgent, reason = '') =>
  callRoute(server.url, routes.declineTransfer, { token: by.token, params: { transferId: id }, body: { reason } })
const cancel = (id: TransferId, by: TestAgent) =>
  callRoute(server.url, routes.cancelTransfer, { token: by.token, params: { transferId: id } })
const end = (by: { readonly token: string }, isClosing?: boolean) =>
  callRoute(server.url, routes.endConversation, {
    token: by.token,
    params: { conversationId },
    ...(isClosing && { query: { isClosing: 'true' } }),
  })
const asSeenBy = async (by: { readonly token: string }) =>
  valueOf(await callRoute(server.url, routes.getConversation, { token: by.token, params: { conversationId } })).conversation
const events = async (): Promise<string[]> => {
  const { messages } = valueOf(await callRoute(server.url, routes.listMessages, { token: taxpayer.token, params: { conversationId } }))
  return messages.flatMap(({ body }) => (body.kind === 'event' ? [body.event.type] : []))
}
const asked = async (to: TransferTarget = toAgent(colleague)): Promise<TransferId> => valueOf(await ask(to)).transfer.id

describe('a transfer', () => {
  it('accepted is the colleague’s, with all that was said; whoever had it is told, and reaches it no more', async () => {
    const id = await asked()
    expect(await asSeenBy(taxpayer)).toMatchObject({ isTransferring: true, agent: { id: sender.account } })
    const card = await colleague.window.frame('transfers', ({ transfers }) => transfers.asked.length === 1)
    expect(card.transfers.asked[0]).toMatchObject({ id, note: '已核对开票信息', fromId: sender.account })
    valueOf(await accept(id, colleague))
    expect(await asSeenBy(taxpayer)).toMatchObject({ stage: 'live', isTransferring: false, agent: { id: colleague.account } })
    await sender.window.frame('conversation', ({ conversation }) => conversation.agent?.id === colleague.account)
    const reached = await callRoute(server.url, routes.getConversation, { token: sender.token, params: { conversationId } })
    expect(reached.code).toBe('CONVERSATION_NOT_FOUND')
    expect((await end(sender)).code).toBe('CONVERSATION_NOT_FOUND')
    expect((await asSeenBy(colleague)).lastSeq).toBeGreaterThan(2)
    expect((await events()).slice(-2)).toEqual(['transfer-asked', 'transferred'])
  })

  it('declined comes back with its reason, and the taxpayer hears of neither reason nor note', async () => {
    const id = await asked()
    valueOf(await decline(id, colleague, '不熟悉出口退税'))
    const told = await sender.window.frame('transfers', ({ transfers }) => transfers.sent[0]?.state === 'declined')
    expect(told.transfers.sent[0]).toMatchObject({ reason: '不熟悉出口退税' })
    expect(await asSeenBy(taxpayer)).toMatchObject({ isTransferring: false, agent: { id: sender.account } })
    expect((await events()).at(-1)).toBe('transfer-failed')
    const { messages } = valueOf(await callRoute(server.url, routes.listMessages, { token: taxpayer.token, params: { conversationId } }))
    expect(JSON.stringify(messages)).not.toMatch(/不熟悉|已核对/)
    expect((await accept(id, colleague)).code).toBe('TRANSFER_GONE')
  })

  it('that nobody accepts in time comes back, once', async () => {
    const id = await asked()
    server.clock.advance(31_000)
    await sender.window.frame('transfers', ({ transfers }) => transfers.sent[0]?.state === 'lapsed')
    expect((await accept(id, colleague)).code).toBe('TRANSFER_GONE')
    expect((await events()).filter((type) => type === 'transfer-failed')).toHaveLength(1)
    valueOf(await ask(toAgent(colleague)))
  })

  it('is cancelled by its sender alone', async () => {
    const id = await asked()
    expect((await cancel(id, colleague)).code).toBe('TRANSFER_GONE')
    valueOf(await cancel(id, sender))
    await colleague.window.frame('transfers', ({ transfers }) => transfers.asked.length === 0)
    expect(await asSeenBy(taxpayer)).toMatchObject({ isTransferring: false, agent: { id: sender.account } })
  })

  it('is answered by whoever is asked alone, and one stands at a time', async () => {
    const third = await seated()
    const id = await asked()
    expect((await accept(id, third)).code).toBe('TRANSFER_GONE')
    expect((await decline(id, third)).code).toBe('TRANSFER_GONE')
    expect((await ask(toAgent(third))).code).toBe('TRANSFER_UNDER_WAY')
    expect((await ask(toAgent(third), colleague)).code).toBe('CONVERSATION_NOT_FOUND')
  })

  it('accepted and cancelled at once has one outcome, and one agent', async () => {
    const id = await asked()
    const [taken, cancelled] = await Promise.all([accept(id, colleague), cancel(id, sender)])
    expect([taken.code, cancelled.code].filter((code) => code === 'TRANSFER_GONE')).toHaveLength(1)
    expect((await asSeenBy(taxpayer)).agent?.id).toBe(taken.code ? sender.account : colleague.account)
  })

  it('keeps the room of whoever is asked: nobody else is given to them meanwhile', async () => {
    await asked()
    await (await office.taxpayer()).join()
    expect((await colleague.take()).code).toBe('AGENT_AT_CAPACITY')
  })

  it('goes to nobody who rests, is gone, is full, is oneself or of another office', async () => {
    await colleague.present('resting')
    expect((await ask(toAgent(colleague))).code).toBe('TRANSFER_AGENT_NOT_FREE')
    expect((await ask(toAgent(await office.agent()))).code).toBe('TRANSFER_AGENT_NOT_FREE')
    expect((await ask(toAgent(sender))).code).toBe('TRANSFER_AGENT_NOT_FREE')
    const elsewhere = await (await openOffice(server)).agent()
    lines.push(await elsewhere.line())
    expect((await ask(toAgent(elsewhere))).code).toBe('TRANSFER_AGENT_NOT_FREE')
    expect((await ask(toGroup)).code).toBe('TRANSFER_NOBODY_FREE')
  })

  it('says what the next agent should know', async () => {
    expect((await ask(toAgent(colleague), sender, ' ')).code).toBe('REQUEST_INVALID')
  })
})

describe('to a skill group', () => {
  it('one after the other is asked, and it comes back when nobody is left', async () => {
    const third = await seated({ capacity: 1 })
    const id = await asked(toGroup)
    const seats = [colleague, third]
    const holder = async (): Promise<Seated> => {
      const toId = await withStore(server.dataDir, (trx) =>
        trx.selectFrom('transfers').select('to_agent_id').where('id', '=', id).executeTakeFirstOrThrow(),
      )
      return seats.find(({ account }) => account === toId.to_agent_id)!
    }
    const first = await holder()
    valueOf(await decline(id, first))
    const second = await holder()
    expect(second.account).not.toBe(first.account)
    valueOf(await decline(id, second))
    expect(await asSeenBy(taxpayer)).toMatchObject({ isTransferring: false, agent: { id: sender.account } })
  })

  it('whoever waits for that group is passed by with the reason', async () => {
    const { place } = await (await office.taxpayer()).join()
    valueOf(await accept(await asked(toGroup), colleague))
    const skips = await withStore(server.dataDir, (trx) =>
      trx.selectFrom('ticket_skips').select('reason').where('ticket_id', '=', place.ticketId).execute(),
    )
    expect(skips).toEqual([{ reason: 'transferred' }])
  })

  it('the sender sees who is connected, with their load, and how each group stands', async () => {
    await (await office.taxpayer()).join()
    const targets = valueOf(await callRoute(server.url, routes.listTransferTargets, { token: sender.token, params: { conversationId } }))
    expect(targets.agents).toMatchObject([{ id: colleague.account, presence: 'idle', load: 0, capacity: 1, isFree: true }])
    expect(targets.groups.find(({ id }) => id === 'general')).toMatchObject({ waiting: 1, free: 1 })
    const asStranger = await callRoute(server.url, routes.listTransferTargets, { token: colleague.token, params: { conversationId } })
    expect(asStranger.code).toBe('CONVERSATION_NOT_FOUND')
  })
})

describe('while it stands', () => {
  it('the taxpayer cannot end by 【结束会话】; closing the window ends it, and the transfer with it', async () => {
    const id = await asked()
    expect((await end(taxpayer)).code).toBe('TRANSFER_UNDER_WAY')
    expect(valueOf(await end(taxpayer, true)).conversation).toMatchObject({ stage: 'ended', endedBy: 'taxpayer', isTransferring: false })
    await colleague.window.frame('transfers', ({ transfers }) => transfers.asked.length === 0)
    expect((await accept(id, colleague)).code).toBe('TRANSFER_GONE')
    expect((await events()).filter((type) => type === 'transfer-failed')).toHaveLength(0)
  })

  it('a window that comes back is told what it is asked and what it asked', async () => {
    const id = await asked()
    const again = await colleague.line()
    const back = await sender.line()
    lines.push(again, back)
    expect((await again.frame('welcome')).transfers?.asked).toMatchObject([{ id }])
    expect((await back.frame('welcome')).transfers?.sent).toMatchObject([{ id, state: 'asked' }])
  })
})
