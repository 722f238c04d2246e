// 轮到我时叫我: whoever wanted it is called when an agent takes them, on every device of theirs, and has a short time to answer.
import { canDo, type Conversation } from '@zhengna/contract/domain/conversation.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { TicketId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import { beginAppending, findConversation, toConversation, type ConversationRow } from '../conversations/index.ts'
import { findPerson } from '../people/index.ts'
import { endCall, overdueCalls, ringingFor, type CallRow } from './calls.store.ts'
import { backToBot } from './leaving.ts'
import type { QueueParts } from './queue-parts.ts'
import { queueChanged, serve, type Serving } from './serving.ts'
import { moveTicket, openTicket, ticketOfTaxpayer, type TicketRow } from './tickets.store.ts'

export interface Calls {
  /** Errors: QUEUE_TICKET_GONE. */
  setCallBack(caller: Caller, callsBack: boolean): Promise<void>
  /** The agent serves at once. Errors: QUEUE_CALL_GONE, as of all that follow. */
  answer(caller: Caller): Promise<Conversation>
  /** Others go first for a while. The last call cannot be deferred. */
  defer(caller: Caller): Promise<void>
  /** The agent gives up their own call. */
  withdraw(caller: Caller, ticketId: TicketId): Promise<void>
  /** Ends the calls that nobody answered in time, each once whoever looks. */
  endOverdue(): Promise<void>
}

interface Call {
  readonly ticket: TicketRow
  readonly call: CallRow
  readonly conversation: ConversationRow
}

export function createCalls({ database, bus, clock, settings }: Omit<QueueParts, 'isConnected'>): Calls {
  const change = <T>(work: (serving: Serving) => Promise<T>): Promise<T> =>
    database.write((trx, after) => work({ trx, after, bus, now: clock.now() }))

  const callOf = async ({ trx }: Serving, ticket: TicketRow | undefined): Promise<Call | null> => {
    const call = ticket?.state === 'calling' ? await ringingFor(trx, ticket.id) : undefined
    const conversation = ticket && (await findConversation(trx, ticket.conversation_id))
    return ticket && call && conversation ? { ticket, call, conversation } : null
  }
  const ownCall = async (serving: Serving, caller: Caller): Promise<Call> => {
    const found = await callOf(serving, await ticketOfTaxpayer(serving.trx, caller.personId, caller.officeId))
    if (!found) throw new DomainError('QUEUE_CALL_GONE')
    return found
  }
  const isLast = (ticket: TicketRow): boolean => ticket.unanswered + 1 >= settings()['queue.call-limit']

  /** Waits on, behind others for a while; or, the last time, no more. */
  const passBy = async (serving: Serving, { ticket, conversation }: Call, outcome: 'deferred' | 'missed'): Promise<void> => {
    const { trx, after, now } = serving
    const isDropped = isLast(ticket)
    const event = isDropped ? 'drop' : outcome === 'deferred' ? 'defer' : 'miss'
    const passedUntil = now + settings()['queue.passed-minutes'] * 60_000
    if (!(await moveTicket(trx, ticket, event, now, { unanswered: ticket.unanswered + 1, passed_until: passedUntil }))) return
    await endCall(trx, ticket.id, outcome, now)
    const told = { type: 'call-unanswered', isDeferred: outcome === 'deferred', isDropped } as const
    if (isDropped) return backToBot(serving, conversation, told)
    const appending = beginAppending(trx, after, bus, now)
    appending.addEvent(conversation, told)
    await appending.store()
    queueChanged(serving, ticket.office_id)
  }

  return {
    setCallBack: (caller, callsBack) =>
      change(async (serving) => {
        const { trx } = serving
        const ticket = await ticketOfTaxpayer(trx, caller.personId, caller.officeId)
        if (!ticket) throw new DomainError('QUEUE_TICKET_GONE')
        await trx
          .updateTable('tickets')
          .set({ calls_back: callsBack ? 1 : 0 })
          .where('id', '=', ticket.id)
          .execute()
        queueChanged(serving, ticket.office_id)
      }),

    answer: (caller) =>
      change(async (serving) => {
        const { ticket, call, conversation } = await ownCall(serving, caller)
        const agent = await findPerson(serving.trx, call.agent_id)
        if (!agent?.agent_number || !canDo(conversation.stage, 'take')) throw new DomainError('QUEUE_CALL_GONE')
        await moveTicket(serving.trx, ticket, 'answer', serving.now)
        await endCall(serving.trx, ticket.id, 'answered', serving.now)
        await serve(serving, conversation, { id: agent.id, number: agent.agent_number })
        return toConversation(conversation)
      }),

    defer: (caller) =>
      change(async (serving) => {
        const called = await ownCall(serving, caller)
        if (isLast(called.ticket)) throw new DomainError('QUEUE_CALL_GONE')
        await passBy(serving, called, 'deferred')
      }),

    withdraw: (caller, ticketId) =>
      change(async (serving) => {
        const { trx, now } = serving
        const called = await callOf(serving, await openTicket(trx, ticketId))
        if (called?.call.agent_id !== caller.personId) throw new DomainError('QUEUE_CALL_GONE')
        await moveTicket(trx, called.ticket, 'withdraw', now)
        await endCall(trx, ticketId, 'withdrawn', now)
        queueChanged(serving, called.ticket.office_id)
      }),

    async endOverdue() {
      for (const { ticket_id } of await overdueCalls(database.reader, clock.now())) {
        await change(async (serving) => {
          const called = await callOf(serving, await openTicket(serving.trx, ticket_id))
          if (called && called.call.ends_at <= serving.now) await passBy(serving, called, 'missed')
        })
      }
    },
  }
}
