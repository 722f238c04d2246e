import { describe, expect, it } from 'vitest'
import type { PersonId, SkillGroupId, TicketId } from '@zhengna/contract/ids.ts'
import { decide, type Stand, type StandingAgent, type StandingTicket } from './assignment.ts'

const group = (name: string): SkillGroupId => name as SkillGroupId
const ticket = (id: string, over: Partial<StandingTicket> = {}): StandingTicket => ({
  id: id as TicketId,
  state: 'waiting',
  groupId: group('general'),
  enqueuedAt: 0,
  passedUntil: 0,
  isAway: false,
  lastAgentId: null,
  declinedBy: [],
  ...over,
})
const agent = (id: string, over: Partial<StandingAgent> = {}): StandingAgent => ({
  id: id as PersonId,
  isFree: true,
  groups: [group('general')],
  capacity: 3,
  load: 0,
  lastOfferedAt: 0,
  ...over,
})
const at = (tickets: StandingTicket[], agents: StandingAgent[], now = 1_000): Stand => ({ tickets, agents, now, overflowMs: 300_000 })

describe('the next', () => {
  it('is the first in order, offered to the least busy agent of the group', () => {
    const busier = agent('a', { load: 2 })
    expect(decide(at([ticket('1'), ticket('2')], [busier, agent('b', { load: 1 })]))).toEqual({
      ticketId: '1',
      agentId: 'b',
      why: 'group',
      skipped: [],
    })
  })

  it('goes by the share of the capacity, then to who was offered nobody the longest', () => {
    const wide = agent('a', { capacity: 10, load: 2 })
    expect(decide(at([ticket('1')], [wide, agent('b', { capacity: 2, load: 1 })]))?.agentId).toBe('a')
    expect(decide(at([ticket('1')], [agent('a', { lastOfferedAt: 5 }), agent('b', { lastOfferedAt: 4 })]))?.agentId).toBe('b')
  })

  it('goes to the agent who served them last, if that one is free', () => {
    const known = ticket('1', { lastAgentId: 'b' as PersonId })
    expect(decide(at([known], [agent('a'), agent('b', { load: 2 })]))).toMatchObject({ agentId: 'b', why: 'sticky' })
    expect(decide(at([known], [agent('a'), agent('b', { load: 3 })]))).toMatchObject({ agentId: 'a', why: 'group' })
    expect(decide(at([known], [agent('a'), agent('b', { isFree: false })]))).toMatchObject({ agentId: 'a' })
  })

  it('is nobody while no agent is free', () => {
    expect(decide(at([ticket('1')], []))).toBeNull()
    expect(decide(at([ticket('1')], [agent('a', { isFree: false }), agent('b', { load: 3 })]))).toBeNull()
  })
})

describe('whoever came before and is passed by has the reason', () => {
  it.each([
    ['offered', { state: 'offered' }],
    ['calling', { state: 'calling' }],
    ['passed', { passedUntil: 1_001 }],
    ['away', { isAway: true }],
    ['group', { groupId: group('invoice') }],
    ['declined', { declinedBy: ['a' as PersonId] }],
  ] as const)('%s', (reason, over) => {
    expect(decide(at([ticket('1', over), ticket('2')], [agent('a')]))).toEqual({
      ticketId: '2',
      agentId: 'a',
      why: 'group',
      skipped: [{ ticketId: '1', reason }],
    })
  })

  it('and is next again when the reason is gone', () => {
    expect(decide(at([ticket('1', { passedUntil: 1_000 }), ticket('2')], [agent('a')]))?.ticketId).toBe('1')
  })
})

describe('another group', () => {
  const invoice = ticket('1', { groupId: group('invoice') })
  it('helps out only after the time that was set', () => {
    expect(decide(at([invoice], [agent('a')], 299_999))).toBeNull()
    expect(decide(at([invoice], [agent('a')], 300_000))).toMatchObject({ agentId: 'a', why: 'overflow' })
  })
  it('does not where one of their own is free', () => {
    const own = agent('b', { groups: [group('invoice')], load: 2 })
    expect(decide(at([invoice], [agent('a'), own], 300_000))).toMatchObject({ agentId: 'b', why: 'group' })
  })
})

/** Any stand: a seed gives the same one again. */
function anyStand(seed: number): Stand {
  let state = seed
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const groups = ['general', 'invoice', 'income-tax'].map(group)
  const agents = Array.from({ length: next(5) }, (_, i) =>
    agent(`a${i}`, {
      isFree: next(4) > 0,
      groups: groups.filter(() => next(2) > 0),
      capacity: 1 + next(3),
      load: next(4),
      lastOfferedAt: next(3),
    }),
  )
  const tickets = Array.from({ length: next(7) }, (_, i) =>
    ticket(`t${i}`, {
      state: (['waiting', 'waiting', 'waiting', 'offered', 'calling'] as const)[next(5)]!,
      groupId: groups[next(3)]!,
      enqueuedAt: i * 100,
      passedUntil: next(5) === 0 ? 2_000 : 0,
      isAway: next(6) === 0,
      lastAgentId: next(3) === 0 ? (`a${next(5)}` as PersonId) : null,
      declinedBy: agents.filter(() => next(6) === 0).map(({ id }) => id),
    }),
  )
  return { tickets, agents, now: 1_000, overflowMs: 100 + next(1_500) }
}
const stands = Array.from({ length: 5_000 }, (_, seed) => anyStand(seed + 1))

describe('of any stand', () => {
  it('only somebody who waits is offered, to an agent who is free, has room and did not decline them', () => {
    for (const stand of stands) {
      const made = decide(stand)
      if (!made) continue
      const chosen = stand.tickets.find(({ id }) => id === made.ticketId)
      const to = stand.agents.find(({ id }) => id === made.agentId)
      expect(chosen).toMatchObject({ state: 'waiting', isAway: false })
      expect(chosen!.passedUntil).toBeLessThanOrEqual(stand.now)
      expect(to!.isFree && to!.load < to!.capacity).toBe(true)
      expect(chosen!.declinedBy).not.toContain(made.agentId)
    }
  })

  it('nobody is passed by without a reason, and everybody before the one who is offered has one', () => {
    for (const stand of stands) {
      const made = decide(stand)
      if (!made) continue
      const place = stand.tickets.findIndex(({ id }) => id === made.ticketId)
      expect(made.skipped.map(({ ticketId }) => ticketId)).toEqual(stand.tickets.slice(0, place).map(({ id }) => id))
    }
  })

  it('who is left alone on the stand is offered exactly where the whole stand would have offered them', () => {
    for (const stand of stands) {
      const made = decide(stand)
      for (const one of stand.tickets) {
        const alone = decide({ ...stand, tickets: [one] })
        // Nobody for whom somebody is free stands before the one who was chosen.
        if (!made) expect(alone).toBeNull()
        else if (made.skipped.some(({ ticketId }) => ticketId === one.id)) expect(alone).toBeNull()
        else if (made.ticketId === one.id) expect(alone).toMatchObject({ agentId: made.agentId, why: made.why })
      }
    }
  })
})
