// Up to where the person at this window has read. Kept in the cache at once, told to the server when there is a line.
import type { Conversation } from '@zhengna/contract/domain/conversation.ts'
import type { ConversationId } from '@zhengna/contract/ids.ts'
import type { ClientFrame } from '@zhengna/contract/realtime/frames.ts'
import type { PersonCache } from '../cache/cache.ts'
import type { Events } from '../events.ts'

export interface ReadMarks {
  mark(id: ConversationId, seq: number): Promise<void>
  /** Tells the server what it does not know yet. `served`: the conversation as the server has it. */
  repair(served: Conversation): Promise<void>
}

export function createReadMarks(
  cache: PersonCache,
  events: Events,
  send: (frame: ClientFrame) => boolean,
  own: 'taxpayer' | 'agent',
): ReadMarks {
  const field = own === 'taxpayer' ? 'taxpayerReadSeq' : 'officeReadSeq'
  return {
    async mark(id, seq) {
      const held = await cache.conversation(id)
      if (!held || held.conversation[field] >= seq) return
      const { conversation } = await cache.saveConversation({ ...held.conversation, [field]: seq })
      events.emit('conversation.changed', conversation)
      send({ type: 'read', conversationId: id, seq })
    },
    async repair(served) {
      const held = await cache.conversation(served.id)
      if (held && held.conversation[field] > served[field]) send({ type: 'read', conversationId: served.id, seq: held.conversation[field] })
    },
  }
}
