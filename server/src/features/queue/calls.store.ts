// Calls to those who wanted to be called. One that rings has no outcome.
import type { Selectable } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { CallOutcome } from '@zhengna/contract/domain/queue.ts'
import type { PersonId, TicketId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import type { Schema } from '../../platform/database/schema.ts'

export type CallRow = Selectable<Schema['ticket_calls']>

const ringing = (db: Reader) => db.selectFrom('ticket_calls').selectAll().where('outcome', 'is', null)

export const ringingFor = (db: Reader, ticketId: TicketId): Promise<CallRow | undefined> =>
  ringing(db).where('ticket_id', '=', ticketId).executeTakeFirst()

/** Those that nobody answered in time. */
export const overdueCalls = (db: Reader, now: number): Promise<CallRow[]> =>
  ringing(db).where('ends_at', '<=', now).orderBy('ends_at').execute()

export async function countRinging(db: Reader, agentId: PersonId): Promise<number> {
  const { count } = await db
    .selectFrom('ticket_calls')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('agent_id', '=', agentId)
    .where('outcome', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Of these places, with the number of who calls. */
export async function ringingOf(db: Reader, ids: readonly TicketId[]): Promise<Map<TicketId, CallRow & { agentNumber: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('ticket_calls')
    .innerJoin('people', 'people.id', 'ticket_calls.agent_id')
    .selectAll('ticket_calls')
    .select('people.agent_number as agentNumber')
    .where('outcome', 'is', null)
    .where('ticket_id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.ticket_id, { ...row, agentNumber: row.agentNumber ?? '' }]))
}

export const beginCall = (trx: Writer, ticketId: TicketId, agentId: PersonId, now: number, endsAt: number): Promise<unknown> =>
  trx
    .insertInto('ticket_calls')
    .values({ id: uuidv7(), ticket_id: ticketId, agent_id: agentId, at: now, ends_at: endsAt, outcome: null, ended_at: null })
    .execute()

/** Where none rings, nothing. */
export const endCall = (trx: Writer, ticketId: TicketId, outcome: CallOutcome, now: number): Promise<unknown> =>
  trx.updateTable('ticket_calls').set({ outcome, ended_at: now }).where('ticket_id', '=', ticketId).where('outcome', 'is', null).execute()
