// The stand of an office's queue as its decision needs it, read in the transaction that decides.
import type { SettingValues } from '@zhengna/contract/domain/setting.ts'
import { takesConversations } from '@zhengna/contract/domain/presence.ts'
import type { OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import type { NotNull } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { officeAgents } from './agents.store.ts'
import type { Stand, StandingAgent, StandingTicket } from './assignment.ts'
import { countStanding, declinersOf, lastOffers } from './offers.store.ts'
import { listWaiting, type TicketRow } from './tickets.store.ts'

/** Whom an agent declined is not offered to them again so soon. */
const DECLINED_FOR_MS = 60_000
const DAY_MS = 24 * 3_600_000

export interface StandParts {
  readonly officeId: OfficeId
  readonly now: number
  readonly settings: SettingValues
  readonly isConnected: (personId: PersonId) => boolean
}

export async function standFor(db: Reader, { officeId, now, settings, isConnected }: StandParts): Promise<Stand> {
  const waiting = await listWaiting(db, officeId)
  // An empty queue asks for nothing more.
  const agents = waiting.some(({ state }) => state === 'waiting') ? await standingAgents(db, officeId, isConnected) : []
  const ids = waiting.map(({ id }) => id)
  const isAnybodyFree = agents.some(({ isFree, load, capacity }) => isFree && load < capacity)
  const declined = isAnybodyFree ? await declinersOf(db, ids, now - DECLINED_FOR_MS) : new Map<never, never>()
  const last = isAnybodyFree ? await lastServedBy(db, waiting, now - settings['queue.sticky-days'] * DAY_MS) : new Map<never, never>()
  return {
    tickets: waiting.map((ticket) => ({
      id: ticket.id,
      state: ticket.state as StandingTicket['state'],
      groupId: ticket.skill_group_id,
      enqueuedAt: ticket.enqueued_at,
      passedUntil: ticket.passed_until,
      isAway: ticket.away_since !== null,
      lastAgentId: lastAgentOf(ticket, last),
      declinedBy: declined.get(ticket.id) ?? [],
    })),
    agents,
    now,
    overflowMs: settings['queue.overflow-minutes'] * 60_000,
  }
}

/** Not the one who was gone for too long just now, should they be back. */
function lastAgentOf({ taxpayer_id, dropped_agent_id }: TicketRow, last: ReadonlyMap<PersonId, PersonId>): PersonId | null {
  const agentId = last.get(taxpayer_id) ?? null
  return agentId === dropped_agent_id ? null : agentId
}

/** The office's agents as its decision sees them. */
export async function standingAgents(db: Reader, officeId: OfficeId, isConnected: StandParts['isConnected']): Promise<StandingAgent[]> {
  const agents = await officeAgents(db, officeId)
  const ids = agents.map(({ id }) => id)
  const [offered, ringing, last] = await Promise.all([countStanding(db, ids), countRingingOf(db, ids), lastOffers(db, ids)])
  return agents.map(({ id, presence, groups, capacity, serving }) => ({
    id,
    isFree: takesConversations(presence) && isConnected(id),
    groups,
    capacity,
    load: serving + (offered.get(id) ?? 0) + (ringing.get(id) ?? 0),
    lastOfferedAt: last.get(id) ?? 0,
  }))
}

async function countRingingOf(db: Reader, ids: readonly PersonId[]): Promise<Map<PersonId, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('ticket_calls')
    .select((eb) => ['agent_id', eb.fn.countAll<number | string>().as('count')])
    .where('outcome', 'is', null)
    .where('agent_id', 'in', ids)
    .groupBy('agent_id')
    .execute()
  return new Map(rows.map(({ agent_id, count }) => [agent_id, Number(count)]))
}

/** By whom each of these taxpayers was served last, since then. */
async function lastServedBy(db: Reader, tickets: readonly TicketRow[], since: number): Promise<Map<PersonId, PersonId>> {
  const rows = await db
    .selectFrom('conversations')
    .select(['taxpayer_id', 'agent_id'])
    .$narrowType<{ agent_id: NotNull }>()
    .where(
      'taxpayer_id',
      'in',
      tickets.map(({ taxpayer_id }) => taxpayer_id),
    )
    .where('served_at', '>', since)
    .where('agent_id', 'is not', null)
    .orderBy('served_at')
    .execute()
  return new Map(rows.map(({ taxpayer_id, agent_id }) => [taxpayer_id, agent_id]))
}
