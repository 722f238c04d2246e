// From the queue to an agent.
import { canDo } from '@zhengna/contract/domain/conversation.ts'
import { takesConversations } from '@zhengna/contract/domain/presence.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { OfficeId, PersonId, SkillGroupId } from '@zhengna/contract/ids.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { AfterCommit, Reader, Writer } from '../../platform/database/database.ts'
import { announce, beginAppending, updateConversation, type ConversationRow } from '../conversations/index.ts'
import { findPerson } from '../people/index.ts'
import { countRinging, endCall } from './calls.store.ts'
import { countStanding, endOffer } from './offers.store.ts'
import { moveTicket, ticketOf } from './tickets.store.ts'

/** A transaction in which the queue changes, and whom to tell. */
export interface Serving {
  readonly trx: Writer
  readonly after: AfterCommit
  readonly now: number
  readonly bus: Bus
}

/** Whose group may be served, with room for one more; one that was offered to them has its room. Errors: AGENT_NOT_AVAILABLE, AGENT_AT_CAPACITY. */
export async function availableAgent(db: Reader, id: PersonId, isTheirOffer: boolean): Promise<{ number: string; groups: SkillGroupId[] }> {
  const person = await findPerson(db, id)
  if (!person?.agent_number || !takesConversations(person.presence)) throw new DomainError('AGENT_NOT_AVAILABLE')
  const capacity = person.agent_capacity ?? 1
  const { live } = await db
    .selectFrom('conversations')
    .select((eb) => eb.fn.countAll<number | string>().as('live'))
    .where('agent_id', '=', id)
    .where('stage', '=', 'live')
    .executeTakeFirstOrThrow()
  const offered = ((await countStanding(db, [id])).get(id) ?? 0) - (isTheirOffer ? 1 : 0)
  // Whom they call may answer.
  if (Number(live) + (await countRinging(db, id)) + offered >= capacity) throw new DomainError('AGENT_AT_CAPACITY', { capacity })
  return { number: person.agent_number, groups: JSON.parse(person.agent_skill_groups ?? '[]') as SkillGroupId[] }
}

/** Past the queue, to an agent with whom the taxpayer has an appointment now; a place in the queue is given up. Errors: CONVERSATION_STAGE_WRONG. */
export async function serveAtOnce(serving: Serving, conversation: ConversationRow, agent: { id: PersonId; number: string }): Promise<void> {
  if (!canDo(conversation.stage, 'keep-appointment')) throw new DomainError('CONVERSATION_STAGE_WRONG')
  const { trx, now } = serving
  const ticket = await ticketOf(trx, conversation.id)
  if (ticket && (await moveTicket(trx, ticket, 'take', now))) {
    await endCall(trx, ticket.id, 'cancelled', now)
    await endOffer(trx, ticket.id, 'cancelled', now)
  }
  await serve(serving, conversation, agent)
}

export async function serve(
  { trx, after, now, bus }: Serving,
  conversation: ConversationRow,
  agent: { id: PersonId; number: string },
): Promise<void> {
  conversation.agent_number = agent.number
  await updateConversation(trx, conversation, { ...isThere(agent.id), stage: 'live', served_at: now })
  const appending = beginAppending(trx, after, bus, now)
  appending.addEvent(conversation, { type: 'served', agentNumber: agent.number })
  // The agent learns of the conversation before its first message.
  announceQueued(after, bus, conversation)
  await appending.store()
}

/** Instead of whoever served until now: by transfer, or because a supervisor took over. `set`: what else it changes. */
export async function serveInstead(
  { trx, after, now, bus }: Serving,
  conversation: ConversationRow,
  agent: { id: PersonId; number: string },
  set: { readonly skill_group_id?: SkillGroupId } = {},
): Promise<void> {
  const { agent_id: formerId, agent_number: formerNumber } = conversation
  conversation.agent_number = agent.number
  await updateConversation(trx, conversation, { ...isThere(agent.id), ...set, is_transferring: 0 })
  // The agent learns of the conversation before its next message; whoever had it, that it is another's.
  announce(after, bus, conversation, formerId ?? undefined)
  const appending = beginAppending(trx, after, bus, now)
  appending.addEvent(conversation, { type: 'transferred', fromNumber: formerNumber ?? '', agentNumber: agent.number })
  await appending.store()
  queueChanged({ after, bus }, conversation.office_id)
}

/** What was known of whether the last agent is there says nothing of this one. */
const isThere = (agentId: PersonId) => ({ agent_id: agentId, agent_away_since: null, agent_seen_at: 0 })

export function announceQueued(after: AfterCommit, bus: Bus, conversation: ConversationRow): void {
  announce(after, bus, conversation)
  queueChanged({ after, bus }, conversation.office_id)
}

/** Places or calls alone are others. */
export const queueChanged = ({ after, bus }: Pick<Serving, 'after' | 'bus'>, officeId: OfficeId): void =>
  after(() => bus.publish('queue.changed', { officeId }))
