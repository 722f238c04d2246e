// Offers to agents, and who was passed by. One that stands has no outcome.
import { sql, type Selectable } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { AssignmentWhy, OfferOutcome, SkipReason } from '@zhengna/contract/domain/queue.ts'
import type { PersonId, TicketId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import type { Schema } from '../../platform/database/schema.ts'

export type OfferRow = Selectable<Schema['ticket_offers']>

const standing = (db: Reader) => db.selectFrom('ticket_offers').selectAll().where('outcome', 'is', null)

export const offerOf = (db: Reader, ticketId: TicketId): Promise<OfferRow | undefined> =>
  standing(db).where('ticket_id', '=', ticketId).executeTakeFirst()

/** The one they were asked about first. */
export const firstOfferTo = (db: Reader, agentId: PersonId): Promise<OfferRow | undefined> =>
  standing(db).where('agent_id', '=', agentId).orderBy('at').orderBy('id').limit(1).executeTakeFirst()

export const offersTo = (db: Reader, agentId: PersonId): Promise<OfferRow[]> => standing(db).where('agent_id', '=', agentId).execute()

/** Those that nobody accepted in time. */
export const overdueOffers = (db: Reader, now: number): Promise<OfferRow[]> => overdueQuery(db, now).execute()
export const overdueQuery = (db: Reader, now: number) => standing(db).where('ends_at', '<=', now).orderBy('ends_at')

/** Of these agents, with the conversations that they are asked to take over; those with none are not among them. */
export async function countStanding(db: Reader, agentIds: readonly PersonId[]): Promise<Map<PersonId, number>> {
  if (agentIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('ticket_offers')
    .select((eb) => ['agent_id', eb.fn.countAll<number | string>().as('count')])
    .where('outcome', 'is', null)
    .where('agent_id', 'in', agentIds)
    .groupBy('agent_id')
    .execute()
  const transfers = await db
    .selectFrom('transfers')
    .select((eb) => ['to_agent_id as agent_id', eb.fn.countAll<number | string>().as('count')])
    .where(sql<boolean>`state = 'asked'`)
    .where('to_agent_id', 'in', agentIds)
    .groupBy('to_agent_id')
    .execute()
  const counts = new Map<PersonId, number>()
  for (const { agent_id, count } of [...rows, ...transfers]) counts.set(agent_id, (counts.get(agent_id) ?? 0) + Number(count))
  return counts
}

/** When each of them was last offered somebody; those who never were are not among them. */
export async function lastOffers(db: Reader, agentIds: readonly PersonId[]): Promise<Map<PersonId, number>> {
  if (agentIds.length === 0) return new Map()
  const rows = await lastOffersQuery(db, agentIds).execute()
  return new Map(rows.map(({ agent_id, at }) => [agent_id, at]))
}
export const lastOffersQuery = (db: Reader, agentIds: readonly PersonId[]) =>
  db
    .selectFrom('ticket_offers')
    .select((eb) => ['agent_id', eb.fn.max('at').as('at')])
    .where('agent_id', 'in', agentIds)
    .groupBy('agent_id')

/** Of these places, with the number of who is asked. */
export async function standingOf(db: Reader, ids: readonly TicketId[]): Promise<Map<TicketId, OfferRow & { agentNumber: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('ticket_offers')
    .innerJoin('people', 'people.id', 'ticket_offers.agent_id')
    .selectAll('ticket_offers')
    .select('people.agent_number as agentNumber')
    .where('outcome', 'is', null)
    .where('ticket_id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.ticket_id, { ...row, agentNumber: row.agentNumber ?? '' }]))
}

/** Who declined each of these places, or let it lapse, since then. */
export async function declinersOf(db: Reader, ids: readonly TicketId[], since: number): Promise<Map<TicketId, PersonId[]>> {
  if (ids.length === 0) return new Map()
  const rows = await declinersQuery(db, ids, since).execute()
  const found = new Map<TicketId, PersonId[]>()
  for (const { ticket_id, agent_id } of rows) found.set(ticket_id, [...(found.get(ticket_id) ?? []), agent_id])
  return found
}

export const declinersQuery = (db: Reader, ids: readonly TicketId[], since: number) =>
  db
    .selectFrom('ticket_offers')
    .select(['ticket_id', 'agent_id'])
    .where('ticket_id', 'in', ids)
    .where('outcome', 'in', ['declined', 'lapsed'])
    .where('ended_at', '>', since)

/** How many in a row they let lapse, the newest first, since then; no more than `limit` are counted. */
export async function lapsesInARow(db: Reader, agentId: PersonId, since: number, limit: number): Promise<number> {
  const rows = await db
    .selectFrom('ticket_offers')
    .select('outcome')
    .where('agent_id', '=', agentId)
    .where('at', '>=', since)
    .where('outcome', 'in', ['accepted', 'declined', 'lapsed'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  const end = rows.findIndex(({ outcome }) => outcome !== 'lapsed')
  return end === -1 ? rows.length : end
}

export interface NewOffer {
  readonly ticketId: TicketId
  readonly agentId: PersonId
  readonly why: AssignmentWhy
  readonly endsAt: number
}

export async function beginOffer(trx: Writer, { ticketId, agentId, why, endsAt }: NewOffer, now: number): Promise<void> {
  await trx
    .insertInto('ticket_offers')
    .values({ id: uuidv7(), ticket_id: ticketId, agent_id: agentId, why, at: now, ends_at: endsAt, outcome: null, ended_at: null })
    .execute()
}

/** The one that stands for this place; nothing where none does. */
export async function endOffer(trx: Writer, ticketId: TicketId, outcome: OfferOutcome, now: number): Promise<void> {
  await trx
    .updateTable('ticket_offers')
    .set({ outcome, ended_at: now })
    .where('ticket_id', '=', ticketId)
    .where('outcome', 'is', null)
    .execute()
}

export async function recordSkips(
  trx: Writer,
  skipped: readonly { readonly ticketId: TicketId; readonly reason: SkipReason }[],
  forTicketId: TicketId,
  now: number,
): Promise<void> {
  if (skipped.length === 0) return
  await trx
    .insertInto('ticket_skips')
    .values(skipped.map(({ ticketId, reason }) => ({ ticket_id: ticketId, for_ticket_id: forTicketId, reason, at: now })))
    .execute()
}
