// A place is given up: by 取消排队, for an appointment, with the conversation's end, for too many calls that nobody answered, or for
// being gone too long.
import type { StreamEvent } from '@zhengna/contract/domain/message.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import { beginAppending, findOpenConversation, updateConversation, type ConversationRow } from '../conversations/index.ts'
import { endCall } from './calls.store.ts'
import { endOffer } from './offers.store.ts'
import { announceQueued, type Serving } from './serving.ts'
import { moveTicket, ticketOf } from './tickets.store.ts'

/** The place alone; what becomes of the conversation is the caller's to say. False where there is none. */
export async function giveUpPlace({ trx, now }: Pick<Serving, 'trx' | 'now'>, conversation: Pick<ConversationRow, 'id'>): Promise<boolean> {
  const ticket = await ticketOf(trx, conversation.id)
  if (!ticket || !(await moveTicket(trx, ticket, 'cancel', now))) return false
  await endCall(trx, ticket.id, 'cancelled', now)
  await endOffer(trx, ticket.id, 'cancelled', now)
  return true
}

/** The bot's again, with the line that says why. */
export async function backToBot(serving: Serving, conversation: ConversationRow, event: StreamEvent): Promise<void> {
  const { trx, after, now, bus } = serving
  const appending = beginAppending(trx, after, bus, now)
  appending.addEvent(conversation, event)
  await appending.store()
  await updateConversation(trx, conversation, { stage: 'bot', hand_over_reason: null })
  announceQueued(after, bus, conversation)
}

/** The taxpayer's place, within another's transaction; nothing where they do not wait. Gives back the conversation that waited. */
export async function leaveQueue(serving: Serving, taxpayerId: PersonId): Promise<ConversationRow | null> {
  const conversation = await findOpenConversation(serving.trx, taxpayerId)
  if (!conversation || !(await giveUpPlace(serving, conversation))) return null
  await backToBot(serving, conversation, { type: 'queue-cancelled' })
  return conversation
}
