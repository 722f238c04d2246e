// A new place at the end of its group, with what may be told about how long it takes.
import { uuidv7 } from 'uuidv7'
import type { QueueReason } from '@zhengna/contract/domain/conversation.ts'
import { takesConversations } from '@zhengna/contract/domain/presence.ts'
import type { PersonId, TicketId } from '@zhengna/contract/ids.ts'
import type { Writer } from '../../platform/database/database.ts'
import type { ConversationRow } from '../conversations/index.ts'
import { officeAgents } from './agents.store.ts'
import { recordEstimate } from './estimates.store.ts'
import type { QueueParts } from './queue-parts.ts'
import { listWaiting } from './tickets.store.ts'

export interface Joining extends Pick<QueueParts, 'isConnected'> {
  readonly trx: Writer
  readonly now: number
}

/** Behind everybody of its group whose priority is as good. `droppedBy`: who served them until now. */
export async function placeAtEnd(
  { trx, now, isConnected }: Joining,
  { id, taxpayer_id, office_id: officeId, skill_group_id: groupId }: ConversationRow,
  { reason, priority, droppedBy = null }: { reason: QueueReason; priority: number; droppedBy?: PersonId | null },
): Promise<void> {
  const ticketId = uuidv7() as TicketId
  const before = (await listWaiting(trx, officeId)).filter((one) => one.skill_group_id === groupId && one.priority <= priority)
  const agents = await officeAgents(trx, officeId)
  const free = agents.filter(
    (agent) =>
      agent.groups.includes(groupId) && takesConversations(agent.presence) && agent.serving < agent.capacity && isConnected(agent.id),
  )
  await trx
    .insertInto('tickets')
    .values({
      id: ticketId,
      conversation_id: id,
      taxpayer_id,
      office_id: officeId,
      skill_group_id: groupId,
      priority,
      enqueued_at: now,
      reason,
      state: 'waiting',
      closed_at: null,
      // Who asked is there; whether a window of theirs stays is seen by its line.
      away_since: null,
      seen_at: now,
      dropped_agent_id: droppedBy,
    })
    .execute()
  const isFree = free.length > before.length
  await recordEstimate(trx, { officeId, groupId, ticketId, ahead: before.length, isFree }, now)
}
