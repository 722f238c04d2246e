// Places in the queue. Served in the order (priority, enqueued at, id).
import type { Selectable, Updateable } from 'kysely'
import { nextTicketState, openTicketStates, type TicketEvent } from '@zhengna/contract/domain/queue.ts'
import type { ConversationId, OfficeId, PersonId, SkillGroupId, TicketId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import type { Schema } from '../../platform/database/schema.ts'

export type TicketRow = Selectable<Schema['tickets']>

const openTickets = (db: Reader) => db.selectFrom('tickets').selectAll().where('state', 'in', openTicketStates)

const inOrder = (db: Reader, officeId: OfficeId) =>
  openTickets(db).where('office_id', '=', officeId).orderBy('priority').orderBy('enqueued_at').orderBy('id')

/** Those being called have their place among them. */
export const listWaiting = (db: Reader, officeId: OfficeId): Promise<TicketRow[]> => inOrder(db, officeId).execute()

/** The first who is neither being called nor passed by. */
export const nextWaiting = (db: Reader, officeId: OfficeId, groups: readonly SkillGroupId[], now: number): Promise<TicketRow | undefined> =>
  inOrder(db, officeId)
    .where('state', '=', 'waiting')
    .where('passed_until', '<=', now)
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

/** Of whom no window was open since then. */
export const goneSince = (db: Reader, since: number): Promise<TicketRow[]> =>
  openTickets(db).where('away_since', 'is not', null).where('away_since', '<=', since).execute()

export const openTicket = (db: Reader, id: TicketId): Promise<TicketRow | undefined> =>
  openTickets(db).where('id', '=', id).executeTakeFirst()

export const ticketOf = (db: Reader, conversationId: ConversationId): Promise<TicketRow | undefined> =>
  openTickets(db).where('conversation_id', '=', conversationId).executeTakeFirst()

export const ticketOfTaxpayer = (db: Reader, taxpayerId: PersonId, officeId: OfficeId): Promise<TicketRow | undefined> =>
  openTickets(db).where('office_id', '=', officeId).where('taxpayer_id', '=', taxpayerId).executeTakeFirst()

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
  return numUpdatedRows === 1n
}
