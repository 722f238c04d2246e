// Timers stand still while somebody types or dictates: an offer waits for an agent who finishes a sentence, a call for a taxpayer who does.
// Not for ever: others wait behind them.
import type { PersonId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Reader } from '../../platform/database/database.ts'
import type { QueueParts } from './queue-parts.ts'
import { queueChanged } from './serving.ts'
import { openTicket } from './tickets.store.ts'

/** So much is left at least after each word, */
const LEFT_MS = 15_000
/** and all in all no more than so many times the time that is set. */
const TIMES_MAX = 3

interface Waiting {
  readonly table: 'ticket_offers' | 'ticket_calls'
  readonly id: string
  readonly ticket_id: Parameters<typeof openTicket>[1]
  readonly at: number
  readonly ends_at: number
}

export function createHolding({
  database,
  bus,
  clock,
  settings,
}: Omit<QueueParts, 'isConnected'>): (caller: Pick<Caller, 'role' | 'personId'>) => Promise<void> {
  return async ({ role, personId }) => {
    const now = clock.now()
    const setMs = settings()[role === 'agent' ? 'queue.accept-seconds' : 'queue.call-seconds'] * 1_000
    const until = ({ at }: Waiting): number => Math.min(now + LEFT_MS, at + setMs * TIMES_MAX)
    const isDue = (one: Waiting): boolean => one.ends_at > now && until(one) > one.ends_at
    if (!(await waitingFor(database.reader, role, personId)).some(isDue)) return
    await database.write(async (trx, after) => {
      for (const one of (await waitingFor(trx, role, personId)).filter(isDue)) {
        await trx
          .updateTable(one.table)
          .set({ ends_at: until(one) })
          .where('id', '=', one.id)
          .where('outcome', 'is', null)
          .execute()
        const ticket = await openTicket(trx, one.ticket_id)
        if (ticket) queueChanged({ after, bus }, ticket.office_id)
      }
    })
  }
}

async function waitingFor(db: Reader, role: Caller['role'], personId: PersonId): Promise<Waiting[]> {
  if (role === 'agent') {
    const offers = await db
      .selectFrom('ticket_offers')
      .select(['id', 'ticket_id', 'at', 'ends_at'])
      .where('agent_id', '=', personId)
      .where('outcome', 'is', null)
      .execute()
    return offers.map((offer) => ({ table: 'ticket_offers', ...offer }))
  }
  const calls = await db
    .selectFrom('ticket_calls')
    .innerJoin('tickets', 'tickets.id', 'ticket_calls.ticket_id')
    .select(['ticket_calls.id', 'ticket_id', 'at', 'ends_at'])
    .where('taxpayer_id', '=', personId)
    .where('outcome', 'is', null)
    .execute()
  return calls.map((call) => ({ table: 'ticket_calls', ...call }))
}
