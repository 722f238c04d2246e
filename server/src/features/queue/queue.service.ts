// Joining, leaving and being taken. Every decision is one transaction on the store.
import { canDo, type BookedHandOver, type Conversation, type HandOverReason } from '@zhengna/contract/domain/conversation.ts'
import type { SkipReason } from '@zhengna/contract/domain/queue.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { OfficeId, PersonId, SkillGroupId, TicketId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { AfterCommit, Writer } from '../../platform/database/database.ts'
import {
  beginAppending,
  ensureOpenConversation,
  findConversation,
  toConversation,
  updateConversation,
  type Appending,
  type ConversationRow,
} from '../conversations/index.ts'
import { beginCall } from './calls.store.ts'
import { placeAtEnd } from './joining.ts'
import { giveUpPlace, leaveQueue } from './leaving.ts'
import type { QueueParts } from './queue-parts.ts'
import { announceQueued, availableAgent, queueChanged, serve } from './serving.ts'
import { endOffer, firstOfferTo, offerOf, recordSkips } from './offers.store.ts'
import { listWaiting, moveTicket, nextWaiting, openTicket, waitingBefore, type TicketRow } from './tickets.store.ts'

export interface Queue {
  /**
   * The taxpayer's open conversation joins; one that waits already stays where it is, and one that is to wait for its appointment
   * (`how`) does not join. Errors: CONVERSATION_STAGE_WRONG, APPOINTMENT_IS_NOW.
   */
  join(caller: Caller, reason: HandOverReason, how?: BookedHandOver): Promise<Conversation>
  /** Errors: QUEUE_TICKET_GONE. */
  cancel(caller: Caller): Promise<Conversation>
  /**
   * A named place, or with null the one that is offered to them, or the next. Whoever wanted to be called is: the conversation stays queued until they answer.
   * Errors: QUEUE_EMPTY, QUEUE_NOBODY_READY, QUEUE_TICKET_GONE, AGENT_NOT_AVAILABLE, AGENT_AT_CAPACITY.
   */
  take(caller: Caller, ticketId: TicketId | null): Promise<Conversation>
  /** Inside another's transaction: the bot hands over. */
  joinWithin(context: JoinContext, conversation: ConversationRow, reason: HandOverReason): Promise<void>
  /** Inside another's transaction: the conversation ends while it waits. */
  leaveWithin(trx: Writer, after: AfterCommit, conversation: ConversationRow, now: number): Promise<void>
}

export interface JoinContext {
  readonly trx: Writer
  readonly after: AfterCommit
  readonly now: number
  readonly appending: Appending
}

/** What appointments mean to the queue. */
export interface BookedHook {
  /** Whether somebody who asks for a person joins: not if they wait for the agent of their appointment. Errors: APPOINTMENT_IS_NOW. */
  mayQueue(context: Omit<JoinContext, 'appending'>, taxpayerId: PersonId, how: BookedHandOver | undefined): Promise<boolean>
  /** Of the place they are about to get; asking uses up what they are owed. */
  priorityOf(trx: Writer, taxpayerId: PersonId, now: number): Promise<number>
}

export function createQueue({ database, bus, clock, booked, settings, isConnected }: QueueParts & { readonly booked: BookedHook }): Queue {
  const joinWithin: Queue['joinWithin'] = async ({ trx, after, now, appending }, conversation, reason) => {
    if (!canDo(conversation.stage, 'hand-over')) throw new DomainError('CONVERSATION_STAGE_WRONG')
    const priority = await booked.priorityOf(trx, conversation.taxpayer_id, now)
    await placeAtEnd({ trx, now, isConnected }, conversation, { reason, priority })
    appending.addEvent(conversation, { type: 'queued', reason })
    await updateConversation(trx, conversation, { stage: 'queued', hand_over_reason: reason })
    announceQueued(after, bus, conversation)
  }

  return {
    joinWithin,

    join: (caller, reason, how) =>
      database.write(async (trx, after) => {
        const now = clock.now()
        const conversation = await ensureOpenConversation(trx, caller.personId, now)
        if (conversation.stage === 'queued') return toConversation(conversation)
        if (!(await booked.mayQueue({ trx, after, now }, caller.personId, how))) return toConversation(conversation)
        const appending = beginAppending(trx, after, bus, now)
        await joinWithin({ trx, after, now, appending }, conversation, reason)
        await appending.store()
        return toConversation(conversation)
      }),

    cancel: (caller) =>
      database.write(async (trx, after) => {
        const conversation = await leaveQueue({ trx, after, bus, now: clock.now() }, caller.personId)
        if (!conversation) throw new DomainError('QUEUE_TICKET_GONE')
        return toConversation(conversation)
      }),

    take: (caller, ticketId) =>
      database.write(async (trx, after) => {
        const now = clock.now()
        const offer = ticketId ? await offerOf(trx, ticketId) : await firstOfferTo(trx, caller.personId)
        const isTheirOffer = offer?.agent_id === caller.personId
        const agent = await availableAgent(trx, caller.personId, isTheirOffer)
        const named = ticketId ?? (isTheirOffer ? offer.ticket_id : null)
        const ticket = named ? await openTicket(trx, named) : await nextWaiting(trx, caller.officeId, agent.groups, now)
        if (!ticket) throw new DomainError(ticketId ? 'QUEUE_TICKET_GONE' : await whyNobody(trx, caller.officeId, agent.groups))
        // Another office's place, or a group the agent does not serve, does not exist for them, unless it was offered to them.
        if (ticket.office_id !== caller.officeId || (!isTheirOffer && !agent.groups.includes(ticket.skill_group_id)))
          throw new DomainError('QUEUE_TICKET_GONE')
        const conversation = await findConversation(trx, ticket.conversation_id)
        // One that a colleague calls, or is asked about, is theirs.
        const mayTake = ticket.state === 'waiting' || (ticket.state === 'offered' && isTheirOffer)
        if (!conversation || !mayTake || !canDo(conversation.stage, 'take')) throw new DomainError('QUEUE_TICKET_GONE')
        const wantsCall = ticket.calls_back === 1
        const skipped = isTheirOffer ? [] : await skippedFor(trx, ticket, agent.groups, now)
        if (!(await moveTicket(trx, ticket, wantsCall ? 'call' : 'take', now))) throw new DomainError('QUEUE_TICKET_GONE')
        if (isTheirOffer) await endOffer(trx, ticket.id, 'accepted', now)
        await recordSkips(trx, skipped, ticket.id, now)
        const serving = { trx, after, now, bus }
        if (wantsCall) {
          await beginCall(trx, ticket.id, caller.personId, now, now + settings()['queue.call-seconds'] * 1000)
          queueChanged(serving, conversation.office_id)
        } else await serve(serving, conversation, { id: caller.personId, number: agent.number })
        return toConversation(conversation)
      }),

    async leaveWithin(trx, after, conversation, now) {
      await giveUpPlace({ trx, now }, conversation)
      queueChanged({ after, bus }, conversation.office_id)
    },
  }
}

/** Why an agent who takes for themselves passes by those in front. */
async function skippedFor(
  trx: Writer,
  ticket: TicketRow,
  groups: readonly SkillGroupId[],
  now: number,
): Promise<{ ticketId: TicketId; reason: SkipReason }[]> {
  const before = await waitingBefore(trx, ticket, groups)
  return before.map((front) => ({ ticketId: front.id, reason: reasonOf(front, now) }))
}

function reasonOf({ state, away_since, passed_until }: TicketRow, now: number): SkipReason {
  if (state === 'offered' || state === 'calling') return state
  if (away_since !== null) return 'away'
  return passed_until > now ? 'passed' : 'named'
}

/** Nobody waits, or those who do are not there to be taken unless by name. */
async function whyNobody(trx: Writer, officeId: OfficeId, groups: readonly SkillGroupId[]): Promise<'QUEUE_EMPTY' | 'QUEUE_NOBODY_READY'> {
  const waiting = await listWaiting(trx, officeId)
  return waiting.some(({ state, skill_group_id }) => state === 'waiting' && groups.includes(skill_group_id))
    ? 'QUEUE_NOBODY_READY'
    : 'QUEUE_EMPTY'
}
