import { expect, it } from 'vitest'
import type { ConversationId, PersonId, SkillGroupId, TicketId } from '@zhengna/contract/ids.ts'
import { reckonWall, type WallStand } from './wall.ts'

const HOUR = 3_600_000
const from = Date.parse('2026-11-02T00:00:00+08:00')
const general = 'general' as SkillGroupId
const invoice = 'invoice' as SkillGroupId
const agent = (id: string, change: object = {}) => ({
  id: id as PersonId,
  name: id,
  number: id,
  presence: 'idle' as const,
  since: from,
  groups: [general],
  capacity: 2,
  ...change,
})
const ask = (askedAt: number, waitMs: number | null) => ({
  id: `${askedAt}` as TicketId,
  groupId: general,
  askedAt,
  closedAt: waitMs === null ? null : askedAt + waitMs,
  isServed: waitMs !== null,
  repliedAt: null,
})
const stand = (change: Partial<WallStand> = {}): WallStand => ({
  now: from + 10 * HOUR,
  from,
  waiting: [],
  live: [],
  agents: [],
  isConnected: () => true,
  asks: [],
  served: [],
  left: [],
  groups: [
    { id: general, name: '综合服务' },
    { id: invoice, name: '发票' },
  ],
  ...change,
})

it('an office in which nothing happened has an empty wall', () => {
  expect(reckonWall(stand())).toMatchObject({ waiting: 0, waitingSince: null, serving: 0, agents: [], groups: [] })
})

it('an agent without a window is 离线, since nobody knows when', () => {
  const wall = reckonWall(stand({ agents: [agent('a'), agent('b', { presence: 'resting' })], isConnected: (id) => id === 'b' }))
  expect(wall.presences).toEqual({ idle: 0, busy: 0, resting: 1, offline: 1 })
  expect(wall.agents).toMatchObject([
    { presence: 'offline', since: null },
    { presence: 'resting', since: from },
  ])
})

it('an agent has served whom they were connected to today, and talks are averaged over those that ended', () => {
  const id = 'a' as PersonId
  const served = [
    { agent_id: id, served_at: from + 5, ended_at: from + 5 + 60_000 },
    { agent_id: id, served_at: from + 9, ended_at: null },
    { agent_id: 'z' as PersonId, served_at: from, ended_at: from + 1 },
  ]
  expect(reckonWall(stand({ agents: [agent('a')], served })).agents).toMatchObject([{ servedToday: 2, averageTalkMs: 60_000 }])
})

it('an agent who is full, busy or away is not free for their group', () => {
  const live = ['1', '2'].map((talk) => ({ id: talk as ConversationId, agent_id: 'full' as PersonId }))
  const agents = [agent('full'), agent('busy', { presence: 'busy' }), agent('away'), agent('free')]
  const wall = reckonWall(stand({ agents, live, isConnected: (id) => id !== 'away' }))
  expect(wall.groups).toMatchObject([{ name: '综合服务', agentsFree: 1, agentsConnected: 3 }])
  expect(wall.agents[0]).toMatchObject({ serving: 2, capacity: 2 })
})

it('a group that somebody waits for is shown even where nobody serves it', () => {
  const waiting = [
    { groupId: invoice, since: from + 7 },
    { groupId: general, since: from + 3 },
    { groupId: invoice, since: from + 5 },
  ]
  const wall = reckonWall(stand({ waiting }))
  expect(wall).toMatchObject({ waiting: 3, waitingSince: from + 3 })
  expect(wall.groups).toMatchObject([
    { name: '综合服务', waiting: 1 },
    { name: '发票', waiting: 2, waitingSince: from + 5, agentsFree: 0 },
  ])
})

it('the curve has every hour from midnight to now, each with those who asked in it', () => {
  const wall = reckonWall(stand({ asks: [ask(from, 1), ask(from + HOUR - 1, 16_000), ask(from + HOUR, null)], now: from + 2 * HOUR }))
  expect(wall.hours.map(({ hour, asked }) => [hour, asked])).toEqual([
    [0, 2],
    [1, 1],
    [2, 0],
  ])
  expect(wall.hours[0]?.connectedInTime).toEqual({ met: 1, of: 2 })
  expect(wall.today).toMatchObject({ asked: 3, connectedInTime: { met: 1, of: 3 }, abandoned: { met: 0, of: 2 } })
})
