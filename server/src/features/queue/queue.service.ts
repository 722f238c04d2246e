// Joining, leaving and being taken. Every decision is one transaction on the store.
import { uuidv7 } from 'uuidv7'
import { canDo, type BookedHandOver, type Conversation, type HandOverReason } from '@zhengna/contract/domain/conversation.ts'
import type { SkipReason } from '@zhengna/contract/domain/queue.ts'
import type { SettingValues } from '@zhengna/contract/domain/setting.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { PersonId, SkillGroupId, TicketId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Clock } from '../../platform/clock.ts'
import type { AfterCommit, Database, Writer } from '../../platform/database/database.ts'
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
import { giveUpPlace, leaveQueue } from './leaving.ts'
import { announceQueued, availableAgent, queueChanged, serve } from './serving.ts'
import { endOffer, firstOfferTo, offerOf, recordSkips } from './offers.store.ts'
import { moveTicket, nextWaiting, openTicket, waitingBefore, type TicketRow } from './tickets.store.ts'

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
   * Errors: QUEUE_EMPTY, QUEUE_TICKET_GONE, AGENT_NOT_AVAILABLE, AGENT_AT_CAPACITY.
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

export interface QueueParts {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
  readonly booked: BookedHook
  readonly settings: () => SettingValues
}

export function createQueue({ database, bus, clock, booked, settings }: QueueParts): Queue {
  const joinWithin: Queue['joinWithin'] = async ({ trx, after, now, appending }, conversation, reason) => {
    if (!canDo(conversation.stage, 'hand-over')) throw new DomainError('CONVERSATION_STAGE_WRONG')
    await trx
      .insertInto('tickets')
      .values({
        id: uuidv7() as TicketId,
        conversation_id: conversation.id,
        taxpayer_id: conversation.taxpayer_id,
        office_id: conversation.office_id,
        skill_group_id: conversation.skill_group_id,
        priority: await booked.priorityOf(trx, conversation.taxpayer_id, now),
        enqueued_at: now,
        reason,
        state: 'waiting',
        closed_at: null,
        // Who asked is there; whether a window of theirs stays is seen by its line.
        away_since: null,
      })
      .execute()
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
        if (!ticket) throw new DomainError(ticketId ? 'QUEUE_TICKET_GONE' : 'QUEUE_EMPTY')
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
  return before.map(({ id, state, passed_until }) => ({
    ticketId: id,
    reason: state === 'offered' || state === 'calling' ? state : passed_until > now ? 'passed' : 'named',
  }))
}
