// 监控 on a real server: the wall counts what happens at one's own office, and says that it changed.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openOffice, valueOf, type Office } from '../support/office.ts'
import type { RawLine } from '../support/raw-line.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { supervisorOf, type TestSupervisor } from '../support/supervisors.ts'

let server: TestServer
let office: Office
let supervisor: TestSupervisor
let lines: RawLine[] = []

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.remove())
beforeEach(async () => {
  await Promise.all(lines.map((line) => line.close()))
  lines = []
  office = await openOffice(server)
  supervisor = await supervisorOf(server, office.id)
})
const open = async (who: { line(): Promise<RawLine> }): Promise<RawLine> => {
  const line = await who.line()
  lines.push(line)
  return line
}

it('who waits, who serves and who gave up are on the wall of their office, and on no other', async () => {
  const [agent, served, gaveUp, waits] = [await office.agent(), await office.taxpayer(), await office.taxpayer(), await office.taxpayer()]
  await open(agent)
  await served.join()
  await gaveUp.join()
  const { place } = await waits.join()
  valueOf(await gaveUp.cancel())
  const taken = valueOf(await agent.take()).conversation
  expect(taken.taxpayerId).toBe(served.account)
  const wall = await supervisor.wall()
  expect(wall).toMatchObject({ waiting: 1, waitingSince: place.enqueuedAt, serving: 1 })
  expect(wall.presences).toEqual({ idle: 1, busy: 0, resting: 0, offline: 0 })
  expect(wall.today).toMatchObject({ asked: 3, connectedInTime: { met: 1, of: 2 }, abandoned: { met: 1, of: 2 } })
  expect(wall.agents).toMatchObject([{ id: agent.account, presence: 'idle', serving: 1, capacity: 5, servedToday: 1 }])
  expect(wall.groups).toMatchObject([{ id: 'general', waiting: 1, agentsFree: 1, agentsConnected: 1 }])

  const elsewhere = await (await supervisorOf(server, (await openOffice(server)).id)).wall()
  expect(elsewhere).toMatchObject({ waiting: 0, serving: 0, agents: [], today: { asked: 0 } })
})

it('a reply counts from the moment a person was asked for; nothing is a miss before its time is over', async () => {
  const [agent, taxpayer] = [await office.agent(), await office.taxpayer()]
  const line = await open(agent)
  await taxpayer.join()
  const { conversation } = valueOf(await agent.take())
  expect((await supervisor.wall()).today.repliedInTime).toEqual({ met: 0, of: 0 })
  await line.say('您好', { conversationId: conversation.id })
  expect((await supervisor.wall()).today.repliedInTime).toEqual({ met: 1, of: 1 })
  const late = await office.taxpayer()
  await late.join()
  server.clock.advance(16_000)
  expect((await supervisor.wall()).today).toMatchObject({ connectedInTime: { met: 1, of: 2 }, repliedInTime: { met: 1, of: 1 } })
})

it('a new day in Beijing begins at nothing; who waits since yesterday waits on', async () => {
  const taxpayer = await office.taxpayer()
  await open(taxpayer)
  await taxpayer.join()
  const tomorrow = new Date(server.clock.now() + 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
  server.clock.advance(Date.parse(`${tomorrow}T00:00:01+08:00`) - server.clock.now())
  const wall = await supervisor.wall()
  expect(wall).toMatchObject({ waiting: 1, today: { asked: 0, connectedInTime: { met: 0, of: 0 } } })
  expect(wall.hours).toHaveLength(1)
})

it('the supervisors of the office are told that something changed; nobody else is', async () => {
  const [agent, taxpayer] = [await office.agent(), await office.taxpayer()]
  const watching = await open(supervisor)
  const others = [await open(agent), await open(taxpayer)]
  await taxpayer.join()
  await watching.frame('supervision')
  await agent.take()
  for (const other of others) expect(other.frames.some(({ type }) => type === 'supervision')).toBe(false)
})
