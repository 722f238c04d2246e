// What happened to a place until now, read for the office that looks at it.
import type { QueuePlace, QueueTrace } from '@zhengna/contract/domain/queue.ts'
import type { TicketId } from '@zhengna/contract/ids.ts'
import type { Reader } from '../../platform/database/database.ts'

/** `place`: as its taxpayer is told. */
export async function traceOf(db: Reader, ticketId: TicketId, place: QueuePlace): Promise<QueueTrace> {
  const [offers, calls, skips] = await Promise.all([
    db
      .selectFrom('ticket_offers')
      .innerJoin('people', 'people.id', 'ticket_offers.agent_id')
      .select(['people.agent_number', 'why', 'at', 'outcome'])
      .where('ticket_id', '=', ticketId)
      .orderBy('at')
      .orderBy('ticket_offers.id')
      .execute(),
    db
      .selectFrom('ticket_calls')
      .innerJoin('people', 'people.id', 'ticket_calls.agent_id')
      .select(['people.agent_number', 'at', 'outcome'])
      .where('ticket_id', '=', ticketId)
      .orderBy('at')
      .orderBy('ticket_calls.id')
      .execute(),
    db
      .selectFrom('ticket_skips')
      .select((eb) => ['reason', eb.fn.countAll<number | string>().as('count'), eb.fn.max('at').as('last_at')])
      .where('ticket_id', '=', ticketId)
      .groupBy('reason')
      .orderBy('last_at')
      .execute(),
  ])
  const { enqueuedAt, ahead, agentsIdle, agentsServing, agentsResting, estimate } = place
  return {
    ticketId,
    enqueuedAt,
    ahead,
    agentsIdle,
    agentsServing,
    agentsResting,
    estimate,
    offers: offers.map(({ agent_number, why, at, outcome }) => ({ agentNumber: agent_number ?? '', why, at, outcome })),
    calls: calls.map(({ agent_number, at, outcome }) => ({ agentNumber: agent_number ?? '', at, outcome })),
    skips: skips.map(({ reason, count, last_at }) => ({ reason, count: Number(count), lastAt: last_at })),
  }
}
