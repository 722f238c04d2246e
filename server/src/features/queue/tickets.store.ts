// Places in the queue. Served in the order (priority, enqueued at, id).
import { sql, type Selectable, type Updateable } from 'kysely'
import { nextTicketState, openTicketStates, type TicketEvent } from '@zhengna/contract/domain/queue.ts'
import type { ConversationId, OfficeId, PersonId, SkillGroupId, TicketId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import type { Schema } from '../../platform/database/schema.ts'
import { closeEstimate } from './estimates.store.ts'

export type TicketRow = Selectable<Schema['tickets']>

/** Written out: an index of the open ones is of no use to a query whose states are parameters. */
const isOpenTicket = sql<boolean>`state in (${sql.join(openTicketStates.map((state) => sql.lit(state)))})`
const openTickets = (db: Reader) => db.selectFrom('tickets').selectAll().where(isOpenTicket)

/** In serving order. */
export const waitingQuery = (db: Reader, officeId: OfficeId) =>
  openTickets(db).where('office_id', '=', officeId).orderBy('priority').orderBy('enqueued_at').orderBy('id')

/** Those being called have their place among them. */
export const listWaiting = (db: Reader, officeId: OfficeId): Promise<TicketRow[]> => waitingQuery(db, officeId).execute()

/** The first who is there, and neither being called nor passed by. */
export const nextWaiting = (db: Reader, officeId: OfficeId, groups: readonly SkillGroupId[], now: number): Promise<TicketRow | undefined> =>
  waitingQuery(db, officeId)
    .where('state', '=', 'waiting')
    .where('passed_until', '<=', now)
    .where('away_since', 'is', null)
    .where('skill_group_id', 'in', groups.length > 0 ? groups : ['' as SkillGroupId])
    .limit(1)
    .executeTakeFirst()

/** Those in front of it whom these groups' agents serve. */
export const waitingBefore = async (db: Reader, ticket: TicketRow, groups: readonly SkillGroupId[]): Promise<TicketRow[]> => {
  const waiting = await listWaiting(db, ticket.office_id)
  const place = waiting.findIndex(({ id }) => id === ticket.id)
  return waiting.slice(0, Math.max(place, 0)).filter(({ skill_group_id }) => groups.includes(skill_group_id))
}

/** Where somebody waits. */
export const officesWaiting = async (db: Reader): Promise<OfficeId[]> => {
  const rows = await openTickets(db).clearSelect().select('office_id').distinct().execute()
  return rows.map(({ office_id }) => office_id)
}

/** Everybody's who waits, of all offices. */
export const allOpen = (db: Reader): Promise<TicketRow[]> => openTickets(db).execute()

export const openTicket = (db: Reader, id: TicketId): Promise<TicketRow | undefined> =>
  openTickets(db).where('id', '=', id).executeTakeFirst()

export const ticketOf = (db: Reader, conversationId: ConversationId): Promise<TicketRow | undefined> =>
  conversationsQuery(db, conversationId).executeTakeFirst()
export const conversationsQuery = (db: Reader, conversationId: ConversationId) =>
  openTickets(db).where('conversation_id', '=', conversationId)

export const ticketOfTaxpayer = (db: Reader, taxpayerId: PersonId, officeId: OfficeId): Promise<TicketRow | undefined> =>
  taxpayersQuery(db, taxpayerId, officeId).executeTakeFirst()
export const taxpayersQuery = (db: Reader, taxpayerId: PersonId, officeId: OfficeId) =>
  openTickets(db).where('office_id', '=', officeId).where('taxpayer_id', '=', taxpayerId)

/** False where the event does not apply to it, or it is no longer as it was read: somebody else was first. */
export async function moveTicket(
  trx: Writer,
  ticket: TicketRow,
  event: TicketEvent,
  now: number,
  set: Updateable<Schema['tickets']> = {},
): Promise<boolean> {
  const state = nextTicketState(ticket.state, event)
  if (!state) return false
  const isOpen = openTicketStates.some((open) => open === state)
  const { numUpdatedRows } = await trx
    .updateTable('tickets')
    .set({ ...set, state, closed_at: isOpen ? null : now })
    .where('id', '=', ticket.id)
    .where('state', '=', ticket.state)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) return false
  if (!isOpen) await closeEstimate(trx, ticket.id, state === 'taken' && ticket.unanswered === 0, now)
  return true
}
