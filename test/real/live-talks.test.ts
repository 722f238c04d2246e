// 会话监控 on a real server: a supervisor of the office watches, whispers and ends; nobody else does, and no taxpayer hears of a whisper.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { routes } from '@zhengna/contract/http/index.ts'
import type { ConversationId } from '@zhengna/contract/ids.ts'
import { openOffice, valueOf, type Office, type TestAgent, type TestTaxpayer } from '../support/office.ts'
import { callRoute } from '../support/raw-api.ts'
import type { RawLine } from '../support/raw-line.ts'
import { withStore } from '../support/register.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { supervisorOf, type TestSupervisor } from '../support/supervisors.ts'

let server: TestServer
let office: Office
let supervisor: TestSupervisor
let agent: TestAgent
let taxpayer: TestTaxpayer
let agentsLine: RawLine
let taxpayersLine: RawLine
let conversationId: ConversationId

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.remove())
beforeEach(async () => {
  office = await openOffice(server)
  supervisor = await supervisorOf(server, office.id)
  agent = await office.agent()
  taxpayer = await office.taxpayer()
  agentsLine = await agent.line()
  taxpayersLine = await taxpayer.line()
  await taxpayer.join()
  conversationId = valueOf(await agent.take()).conversation.id
  return async () => {
    await agentsLine.close()
    await taxpayersLine.close()
  }
})

const params = () => ({ conversationId })
const talks = async (by = supervisor) => valueOf(await callRoute(server.url, routes.listLiveTalks, { token: by.token })).talks
const whisper = (text: string, by = supervisor) =>
  callRoute(server.url, routes.whisper, { token: by.token, params: params(), body: { text } })
const watch = (by = supervisor) => callRoute(server.url, routes.watchTalk, { token: by.token, params: params() })
const end = (reason: string, by = supervisor) =>
  callRoute(server.url, routes.endTalk, { token: by.token, params: params(), body: { reason } })
const written = () =>
  withStore(server.dataDir, async (trx) => {
    const rows = await trx.selectFrom('audit_entries').selectAll().where('account', '=', supervisor.account).orderBy('seq').execute()
    return rows.filter(({ kind }) => kind === 'supervision').map(({ subject, after }) => [subject.split('：')[0], after])
  })
/** What came on a line until somebody has read everything that was told. */
const framesOf = async (line: RawLine): Promise<string> => {
  await agentsLine.say('好的', { conversationId })
  await line.frame('message', ({ message }) => message.body.kind === 'text' && message.body.text === '好的')
  return JSON.stringify(line.frames)
}

it('who is served is listed with their agent; since when they wait for a word is known until the agent says one', async () => {
  const [talk] = await talks()
  expect(talk).toMatchObject({ id: conversationId, agentId: agent.account, reason: 'button', groupName: '综合服务' })
  expect(talk?.waitingSince).toBe(talk?.servedAt)
  await agentsLine.say('您好', { conversationId })
  expect((await talks())[0]?.waitingSince).toBeNull()
  await taxpayersLine.say('请问怎么红冲')
  await taxpayersLine.say('在吗')
  const asked = agentsLine.frame('message', ({ message }) => message.body.kind === 'text' && message.body.text === '请问怎么红冲')
  expect((await talks())[0]?.waitingSince).toBe((await asked).message.at)
})

it('watching is written down, and neither side is told', async () => {
  const stands = async () =>
    valueOf(await callRoute(server.url, routes.getConversation, { token: agent.token, params: params() })).conversation
  const before = await stands()
  valueOf(await watch())
  valueOf(await callRoute(server.url, routes.listMessages, { token: supervisor.token, params: params(), query: {} }))
  expect(await stands()).toEqual(before)
  for (const line of [agentsLine, taxpayersLine]) expect(await framesOf(line)).not.toContain(supervisor.account)
  expect(await written()).toEqual([['查看会话', '']])
})

it('a whisper reaches whoever serves and is kept for them; nothing of it is ever on the taxpayer’s line or in the talk', async () => {
  valueOf(await whisper('先核对发票代码，机密'))
  const { whisper: heard } = await agentsLine.frame('whisper')
  expect(heard).toMatchObject({ conversationId, text: '先核对发票代码，机密' })
  const kept = await callRoute(server.url, routes.listWhispers, { token: agent.token, params: params() })
  expect(valueOf(kept).whispers).toEqual([heard])
  expect(await framesOf(taxpayersLine)).not.toContain('机密')
  const said = await callRoute(server.url, routes.listMessages, { token: taxpayer.token, params: params(), query: {} })
  expect(JSON.stringify(valueOf(said))).not.toContain('机密')
  expect((await callRoute(server.url, routes.listWhispers, { token: taxpayer.token, params: params() })).status).toBe(403)
  expect(await written()).toEqual([['耳语', '先核对发票代码，机密']])
})

it('ending is for good: the taxpayer may rate, the agent is told why, the log keeps it', async () => {
  expect(valueOf(await end('纳税人已改到大厅办理')).conversation).toMatchObject({
    stage: 'ended',
    endedBy: 'agent',
    rating: { state: 'asked' },
  })
  expect((await agentsLine.frame('whisper')).whisper.text).toContain('纳税人已改到大厅办理')
  await taxpayersLine.frame('conversation', ({ conversation }) => conversation.stage === 'ended')
  expect(JSON.stringify(taxpayersLine.frames)).not.toContain('改到大厅')
  expect(await talks()).toEqual([])
  expect(await written()).toEqual([['结束会话', '班长结束了本次会话：纳税人已改到大厅办理']])
  for (const again of [await end('再次'), await whisper('再次'), await watch()]) expect(again.code).toBe('CONVERSATION_STAGE_WRONG')
})

it('another office’s conversation does not exist; an agent and a taxpayer may do none of it', async () => {
  const stranger = await supervisorOf(server, (await openOffice(server)).id)
  expect(await talks(stranger)).toEqual([])
  for (const refused of [await watch(stranger), await whisper('好', stranger), await end('好', stranger)])
    expect(refused.code).toBe('CONVERSATION_NOT_FOUND')
  const theirs = await callRoute(server.url, routes.listWhispers, { token: stranger.token, params: params() })
  expect(theirs.code).toBe('CONVERSATION_NOT_FOUND')
  const colleague = await callRoute(server.url, routes.listWhispers, { token: (await office.agent()).token, params: params() })
  expect(colleague.code).toBe('CONVERSATION_NOT_FOUND')
})

it('a whisper of nothing that can be seen is refused', async () => {
  expect((await whisper('​\u200d')).code).toBe('MESSAGE_EMPTY')
})

const takeOver = (by = supervisor) => callRoute(server.url, routes.takeOverTalk, { token: by.token, params: params() })

it('one whose agent is gone is taken over, and waits for that agent no more', async () => {
  await agentsLine.close()
  const stands = async () =>
    valueOf(await callRoute(server.url, routes.getConversation, { token: taxpayer.token, params: params() })).conversation
  await expect.poll(async () => (await stands()).agentAwaySince).not.toBeNull()
  expect(valueOf(await takeOver()).conversation).toMatchObject({ agent: { id: supervisor.account }, agentAwaySince: null })
  agentsLine = await agent.line()
})

it('who takes over serves alone: the agent is out, the supervisor speaks and ends, both sides are told', async () => {
  const line = await supervisor.line()
  expect(await line.say('还不是我的', { conversationId })).toMatchObject({ type: 'refused', error: { code: 'CONVERSATION_NOT_FOUND' } })
  const early = await callRoute(server.url, routes.endConversation, { token: supervisor.token, params: params(), query: {} })
  expect(early.code).toBe('CONVERSATION_NOT_FOUND')
  expect(valueOf(await takeOver()).conversation).toMatchObject({ stage: 'live', agent: { id: supervisor.account } })
  await agentsLine.frame('conversation', ({ conversation }) => conversation.agent?.id === supervisor.account)
  await taxpayersLine.frame('message', ({ message }) => message.body.kind === 'event' && message.body.event.type === 'transferred')
  expect(await agentsLine.say('我还在吗', { conversationId })).toMatchObject({ type: 'refused', error: { code: 'CONVERSATION_NOT_FOUND' } })
  expect(await line.say('由我为您办理', { conversationId })).toMatchObject({ type: 'ack' })
  expect((await takeOver()).code).toBe('CONVERSATION_STAGE_WRONG')
  expect(await written()).toEqual([['接管会话', '']])
  const ended = await callRoute(server.url, routes.endConversation, { token: supervisor.token, params: params(), query: {} })
  expect(valueOf(ended).conversation).toMatchObject({ stage: 'ended', endedBy: 'agent' })
  await line.close()
})

it('a transfer that was asked for is over when the conversation is taken over: whoever was asked cannot accept', async () => {
  const colleague = await office.agent()
  const colleaguesLine = await colleague.line()
  const asked = await callRoute(server.url, routes.askTransfer, {
    token: agent.token,
    params: params(),
    body: { to: { kind: 'agent', agentId: colleague.account }, note: '请接' },
  })
  const { transfer } = valueOf(asked)
  expect(valueOf(await takeOver()).conversation).toMatchObject({ isTransferring: false, agent: { id: supervisor.account } })
  const accepted = await callRoute(server.url, routes.acceptTransfer, { token: colleague.token, params: { transferId: transfer.id } })
  expect(accepted.code).toBe('TRANSFER_GONE')
  await colleaguesLine.close()
})

it('of two supervisors who take over at once, each is served in turn and one is the last; another office’s cannot', async () => {
  const other = await supervisorOf(server, office.id)
  await Promise.all([takeOver(), takeOver(other)])
  const [talk] = await talks()
  expect([supervisor.account, other.account]).toContain(talk?.agentId)
  expect(await talks()).toHaveLength(1)
  const stranger = await supervisorOf(server, (await openOffice(server)).id)
  expect((await takeOver(stranger)).code).toBe('CONVERSATION_NOT_FOUND')
})

it('who has no room for one more cannot take over', async () => {
  await withStore(server.dataDir, (trx) =>
    trx.updateTable('people').set({ agent_capacity: 0 }).where('account', '=', supervisor.account).execute(),
  )
  expect((await takeOver()).code).toBe('AGENT_AT_CAPACITY')
})
