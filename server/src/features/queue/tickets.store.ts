// Places in the queue. Served in the order (priority, enqueued at, id).
import type { Selectable } from 'kysely'
import type { ConversationId, OfficeId, SkillGroupId, TicketId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import type { Schema } from '../../platform/database/schema.ts'

export type TicketRow = Selectable<Schema['tickets']>

const waiting = (db: Reader, officeId: OfficeId) =>
  db
    .selectFrom('tickets')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('office_id', '=', officeId)
    .orderBy('priority')
    .orderBy('enqueued_at')
    .orderBy('id')

export const listWaiting = (db: Reader, officeId: OfficeId): Promise<TicketRow[]> => waiting(db, officeId).execute()

export const nextWaiting = (db: Reader, officeId: OfficeId, groups: readonly SkillGroupId[]): Promise<TicketRow | undefined> =>
  waiting(db, officeId)
    .where('skill_group_id', 'in', groups.length > 0 ? groups : ['' as SkillGroupId])
    .limit(1)
    .executeTakeFirst()

export const waitingTicket = (db: Reader, id: TicketId): Promise<TicketRow | undefined> =>
  db.selectFrom('tickets').selectAll().where('id', '=', id).where('state', '=', 'waiting').executeTakeFirst()

export const ticketOf = (db: Reader, conversationId: ConversationId): Promise<TicketRow | undefined> =>
  db.selectFrom('tickets').selectAll().where('conversation_id', '=', conversationId).where('state', '=', 'waiting').executeTakeFirst()

/** False where it was no longer waiting: somebody else closed it first. */
export async function closeTicket(trx: Writer, id: TicketId, state: 'taken' | 'cancelled', now: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('tickets')
    .set({ state, closed_at: now })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
