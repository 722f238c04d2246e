// Joining, leaving and being taken. Every decision is one transaction on the store.
import { uuidv7 } from 'uuidv7'
import { canDo, type BookedHandOver, type Conversation, type HandOverReason } from '@zhengna/contract/domain/conversation.ts'
import { takesConversations } from '@zhengna/contract/domain/presence.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { PersonId, SkillGroupId, TicketId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Clock } from '../../platform/clock.ts'
import type { AfterCommit, Database, Writer } from '../../platform/database/database.ts'
import {
  announce,
  beginAppending,
  ensureOpenConversation,
  findConversation,
  findOpenConversation,
  toConversation,
  updateConversation,
  type Appending,
  type ConversationRow,
} from '../conversations/index.ts'
import { findPerson } from '../people/index.ts'
import { closeTicket, nextWaiting, ticketOf, waitingTicket } from './tickets.store.ts'

export interface Queue {
  /**
   * The taxpayer's open conversation joins; one that waits already stays where it is, and one that is to wait for its appointment
   * (`how`) does not join. Errors: CONVERSATION_STAGE_WRONG, APPOINTMENT_IS_NOW.
   */
  join(caller: Caller, reason: HandOverReason, how?: BookedHandOver): Promise<Conversation>
  /** Errors: QUEUE_TICKET_GONE. */
  cancel(caller: Caller): Promise<Conversation>
  /** Errors: QUEUE_EMPTY, QUEUE_TICKET_GONE, AGENT_NOT_AVAILABLE, AGENT_AT_CAPACITY. */
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
}

export function createQueue({ database, bus, clock, booked }: QueueParts): Queue {
  const changed = (after: AfterCommit, conversation: ConversationRow): void => announceQueued(after, bus, conversation)

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
      })
      .execute()
    appending.addEvent(conversation, { type: 'queued', reason })
    await updateConversation(trx, conversation, { stage: 'queued', hand_over_reason: reason })
    changed(after, conversation)
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
        const now = clock.now()
        const conversation = await findOpenConversation(trx, caller.personId)
        const ticket = conversation && (await ticketOf(trx, conversation.id))
        if (!conversation || !ticket || !(await closeTicket(trx, ticket.id, 'cancelled', now))) throw new DomainError('QUEUE_TICKET_GONE')
        const appending = beginAppending(trx, after, bus, now)
        appending.addEvent(conversation, { type: 'queue-cancelled' })
        await appending.store()
        await updateConversation(trx, conversation, { stage: 'bot', hand_over_reason: null })
        changed(after, conversation)
        return toConversation(conversation)
      }),

    take: (caller, ticketId) =>
      database.write(async (trx, after) => {
        const now = clock.now()
        const agent = await availableAgent(trx, caller.personId)
        const ticket = ticketId ? await waitingTicket(trx, ticketId) : await nextWaiting(trx, caller.officeId, agent.groups)
        if (!ticket) throw new DomainError(ticketId ? 'QUEUE_TICKET_GONE' : 'QUEUE_EMPTY')
        // Another office's place, or a group the agent does not serve, does not exist for them.
        if (ticket.office_id !== caller.officeId || !agent.groups.includes(ticket.skill_group_id))
          throw new DomainError('QUEUE_TICKET_GONE')
        const conversation = await findConversation(trx, ticket.conversation_id)
        if (!conversation || !canDo(conversation.stage, 'take') || !(await closeTicket(trx, ticket.id, 'taken', now))) {
          throw new DomainError('QUEUE_TICKET_GONE')
        }
        await serve({ trx, after, now, bus }, conversation, { id: caller.personId, number: agent.number })
        return toConversation(conversation)
      }),

    async leaveWithin(trx, after, conversation, now) {
      const ticket = await ticketOf(trx, conversation.id)
      if (ticket) await closeTicket(trx, ticket.id, 'cancelled', now)
      after(() => bus.publish('queue.changed', { officeId: conversation.office_id }))
    },
  }
}

interface Serving {
  readonly trx: Writer
  readonly after: AfterCommit
  readonly now: number
  readonly bus: Bus
}

/** Past the queue, to an agent with whom the taxpayer has an appointment now; a place in the queue is given up. Errors: CONVERSATION_STAGE_WRONG. */
export async function serveAtOnce(serving: Serving, conversation: ConversationRow, agent: { id: PersonId; number: string }): Promise<void> {
  if (!canDo(conversation.stage, 'keep-appointment')) throw new DomainError('CONVERSATION_STAGE_WRONG')
  const ticket = await ticketOf(serving.trx, conversation.id)
  if (ticket) await closeTicket(serving.trx, ticket.id, 'taken', serving.now)
  await serve(serving, conversation, agent)
}

async function serve({ trx, after, now, bus }: Serving, conversation: ConversationRow, agent: { id: PersonId; number: string }) {
  conversation.agent_number = agent.number
  await updateConversation(trx, conversation, { stage: 'live', agent_id: agent.id, served_at: now })
  const appending = beginAppending(trx, after, bus, now)
  appending.addEvent(conversation, { type: 'served', agentNumber: agent.number })
  // The agent learns of the conversation before its first message.
  announceQueued(after, bus, conversation)
  await appending.store()
}

function announceQueued(after: AfterCommit, bus: Bus, conversation: ConversationRow): void {
  announce(after, bus, conversation)
  after(() => bus.publish('queue.changed', { officeId: conversation.office_id }))
}

async function availableAgent(trx: Writer, id: PersonId): Promise<{ number: string; groups: SkillGroupId[] }> {
  const person = await findPerson(trx, id)
  if (!person?.agent_number || !takesConversations(person.presence)) throw new DomainError('AGENT_NOT_AVAILABLE')
  const capacity = person.agent_capacity ?? 1
  const { live } = await trx
    .selectFrom('conversations')
    .select((eb) => eb.fn.countAll<number | string>().as('live'))
    .where('agent_id', '=', id)
    .where('stage', '=', 'live')
    .executeTakeFirstOrThrow()
  if (Number(live) >= capacity) throw new DomainError('AGENT_AT_CAPACITY', { capacity })
  return { number: person.agent_number, groups: JSON.parse(person.agent_skill_groups ?? '[]') as SkillGroupId[] }
}
