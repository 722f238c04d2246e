// Automatic assignment (自动分配): decides, offers, and follows what becomes of an offer. Each decision is one transaction.
import { takesConversations } from '@zhengna/contract/domain/presence.ts'
import type { OfferOutcome, TicketEvent } from '@zhengna/contract/domain/queue.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { OfficeId, PersonId, TicketId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import { findPerson } from '../people/index.ts'
import { decide } from './assignment.ts'
import { beginOffer, endOffer, lapsesInARow, offerOf, offersTo, overdueOffers, recordSkips, type OfferRow } from './offers.store.ts'
import type { QueueParts } from './queue-parts.ts'
import { queueChanged, type Serving } from './serving.ts'
import { standFor } from './standing.ts'
import { moveTicket, officesWaiting, openTicket } from './tickets.store.ts'

export interface Assigning {
  /** Offers all who can be offered to somebody. Nothing where agents take for themselves. */
  assign(officeId: OfficeId): Promise<void>
  assignAll(): Promise<void>
  /** The agent does not take them; the next agent is asked. Errors: QUEUE_TICKET_GONE. */
  decline(caller: Caller, ticketId: TicketId): Promise<void>
  /** Offers that stand to an agent who is no longer 示闲 or whose windows are gone are another's. */
  recallFrom(agentId: PersonId): Promise<void>
  /** Ends the offers that nobody accepted in time, each once whoever looks; who lets too many lapse is 示忙. */
  endOverdue(): Promise<void>
}

export function createAssigning({ database, bus, clock, settings, isConnected }: QueueParts): Assigning {
  const change = <T>(work: (serving: Serving) => Promise<T>): Promise<T> =>
    database.write((trx, after) => work({ trx, after, bus, now: clock.now() }))
  const isAutomatic = (): boolean => settings()['queue.assignment'] === 'automatic'

  /** Whether somebody was offered. */
  const offerNext = (officeId: OfficeId): Promise<boolean> =>
    change(async (serving) => {
      const { trx, now } = serving
      const assignment = decide(await standFor(trx, { officeId, now, settings: settings(), isConnected }))
      const ticket = assignment && (await openTicket(trx, assignment.ticketId))
      if (!assignment || !ticket || !(await moveTicket(trx, ticket, 'offer', now))) return false
      const { ticketId, agentId, why, skipped } = assignment
      await beginOffer(trx, { ticketId, agentId, why, endsAt: now + settings()['queue.accept-seconds'] * 1000 }, now)
      await recordSkips(trx, skipped, ticketId, now)
      queueChanged(serving, officeId)
      return true
    })
  /** Waits on, in the same place. */
  const takeBack = async (
    serving: Serving,
    offer: OfferRow,
    event: TicketEvent & ('decline' | 'lapse' | 'recall'),
    outcome: OfferOutcome,
  ): Promise<boolean> => {
    const { trx, now } = serving
    const ticket = await openTicket(trx, offer.ticket_id)
    if (!ticket || !(await moveTicket(trx, ticket, event, now))) return false
    await endOffer(trx, offer.ticket_id, outcome, now)
    queueChanged(serving, ticket.office_id)
    return true
  }
  const restWhereTooMany = async ({ trx, after, now }: Serving, agentId: PersonId): Promise<void> => {
    const agent = await findPerson(trx, agentId)
    const limit = settings()['queue.lapse-limit']
    if (!agent || !takesConversations(agent.presence) || (await lapsesInARow(trx, agentId, agent.presence_at, limit)) < limit) return
    await trx
      .updateTable('people')
      .set({ presence: 'busy', presence_at: now, presence_reason: 'lapsed' })
      .where('id', '=', agentId)
      .execute()
    after(() => bus.publish('presence.changed', { personId: agentId, officeId: agent.office_id }))
  }

  const assign = async (officeId: OfficeId): Promise<void> => {
    while (isAutomatic() && (await offerNext(officeId)));
  }
  return {
    assign,
    async assignAll() {
      if (!isAutomatic()) return
      for (const officeId of await officesWaiting(database.reader)) await assign(officeId)
    },
    decline: (caller, ticketId) =>
      change(async (serving) => {
        const offer = await offerOf(serving.trx, ticketId)
        if (offer?.agent_id !== caller.personId || !(await takeBack(serving, offer, 'decline', 'declined')))
          throw new DomainError('QUEUE_TICKET_GONE')
      }),
    recallFrom: (agentId) =>
      change(async (serving) => {
        const offers = await offersTo(serving.trx, agentId)
        if (offers.length === 0) return
        const agent = await findPerson(serving.trx, agentId)
        if (agent && takesConversations(agent.presence) && isConnected(agentId)) return
        for (const offer of offers) await takeBack(serving, offer, 'recall', 'recalled')
      }),
    async endOverdue() {
      for (const { ticket_id } of await overdueOffers(database.reader, clock.now())) {
        await change(async (serving) => {
          const offer = await offerOf(serving.trx, ticket_id)
          if (!offer || offer.ends_at > serving.now || !(await takeBack(serving, offer, 'lapse', 'lapsed'))) return
          await restWhereTooMany(serving, offer.agent_id)
        })
      }
    },
  }
}
