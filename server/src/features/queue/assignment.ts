// The one decision of the queue: who is offered to whom next. Pure: the stand of an office goes in, one assignment or none comes out.
// Places are looked at in the order (priority, enqueued at, id); the first for whom somebody is free gets them, and each before them
// that is passed by has its reason.
import type { AssignmentWhy, SkipReason } from '@zhengna/contract/domain/queue.ts'
import type { PersonId, SkillGroupId, TicketId } from '@zhengna/contract/ids.ts'

export interface StandingTicket {
  readonly id: TicketId
  readonly state: 'waiting' | 'offered' | 'calling'
  readonly groupId: SkillGroupId
  readonly enqueuedAt: number
  /** Others go first until then; 0 where they do not. */
  readonly passedUntil: number
  readonly isAway: boolean
  /** Who served this taxpayer last, lately enough. */
  readonly lastAgentId: PersonId | null
  /** Those who declined it or let it lapse a moment ago. */
  readonly declinedBy: readonly PersonId[]
}

export interface StandingAgent {
  readonly id: PersonId
  /** 示闲, with a window connected. */
  readonly isFree: boolean
  readonly groups: readonly SkillGroupId[]
  readonly capacity: number
  /** Conversations, calls and offers they have now. */
  readonly load: number
  /** 0: never. */
  readonly lastOfferedAt: number
}

export interface Stand {
  /** In serving order. */
  readonly tickets: readonly StandingTicket[]
  readonly agents: readonly StandingAgent[]
  readonly now: number
  /** From then on the other groups of the office help out. */
  readonly overflowMs: number
}

export interface Skip {
  readonly ticketId: TicketId
  readonly reason: SkipReason
}

export interface Assignment {
  readonly ticketId: TicketId
  readonly agentId: PersonId
  readonly why: AssignmentWhy
  /** Everybody who came before them and stays where they are. */
  readonly skipped: readonly Skip[]
}

/** null: nobody can be offered to anybody now. */
export function decide(stand: Stand): Assignment | null {
  const free = stand.agents.filter(({ isFree, load, capacity }) => isFree && load < capacity)
  if (free.length === 0) return null
  const skipped: Skip[] = []
  for (const ticket of stand.tickets) {
    const found = agentFor(ticket, free, stand)
    if (typeof found !== 'string') return { ticketId: ticket.id, ...found, skipped }
    skipped.push({ ticketId: ticket.id, reason: found })
  }
  return null
}

/** Why nobody is free for them, or who is. `free` is not empty. */
function agentFor(
  ticket: StandingTicket,
  free: readonly StandingAgent[],
  { now, overflowMs }: Pick<Stand, 'now' | 'overflowMs'>,
): { agentId: PersonId; why: AssignmentWhy } | SkipReason {
  if (ticket.state !== 'waiting') return ticket.state
  if (ticket.isAway) return 'away'
  if (ticket.passedUntil > now) return 'passed'
  const serves = (agent: StandingAgent): boolean => agent.groups.includes(ticket.groupId)
  const isOverdue = now - ticket.enqueuedAt >= overflowMs
  const able = free.filter((agent) => serves(agent) || isOverdue)
  if (able.length === 0) return 'group'
  const willing = able.filter(({ id }) => !ticket.declinedBy.includes(id))
  if (willing.length === 0) return 'declined'
  const sticky = willing.find(({ id }) => id === ticket.lastAgentId)
  if (sticky) return { agentId: sticky.id, why: 'sticky' }
  const own = willing.filter(serves)
  const chosen = (own.length > 0 ? own : willing).reduce((best, agent) => (isBefore(agent, best) ? agent : best))
  return { agentId: chosen.id, why: own.length > 0 ? 'group' : 'overflow' }
}

/** The least busy; among them the one who was offered nobody the longest. */
function isBefore(one: StandingAgent, other: StandingAgent): boolean {
  const busier = one.load / one.capacity - other.load / other.capacity
  if (busier !== 0) return busier < 0
  if (one.lastOfferedAt !== other.lastOfferedAt) return one.lastOfferedAt < other.lastOfferedAt
  return one.id < other.id
}
