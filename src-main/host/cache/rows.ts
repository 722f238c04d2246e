// Rows of the person's store and what windows see of them.
import type { Conversation } from '@zhengna/contract/domain/conversation.ts'
import type { Author, MessageBody } from '@zhengna/contract/domain/message.ts'
import type { GuideMark } from '@zhengna/contract/domain/guide-progress.ts'
import type { Vote } from '@zhengna/contract/domain/vote.ts'
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'
import type { ConversationId, MessageId } from '@zhengna/contract/ids.ts'
import type { Failure } from '@zhengna/contract/result.ts'

/** Larger than any ordinal or seq: unsent messages stand after all others. */
export const UNSENT = Number.MAX_SAFE_INTEGER

export interface MessageRow {
  position: number
  id: MessageId
  conversation_id: ConversationId | null
  sort_ordinal: number
  sort_seq: number
  seq: number | null
  author: Author
  at: number
  body: string
  delivery: 'pending' | 'delivered' | 'failed' | null
  failure: string | null
  offline_reply_to: MessageId | null
  /** Joined: up to where the other side has read; null where the conversation is not known. */
  read_seq: number | null
  /** Joined: its vote, JSON. */
  vote: string | null
  /** Joined: how far its guides were walked, JSON. */
  guides: string | null
  /** Joined: the message that it speaks of. */
  quoted_id: MessageId | null
  quoted_author: Author | null
  quoted_body: string | null
}

/** `read_seq` depends on whose cache it is: a taxpayer's message is read by the office, an agent's by the taxpayer. */
export const selectMessages = (own: 'taxpayer' | 'agent'): string => `
  select m.*, json_extract(c.content, '$.${own === 'taxpayer' ? 'officeReadSeq' : 'taxpayerReadSeq'}') as read_seq, v.content as vote,
    g.content as guides, q.id as quoted_id, q.author as quoted_author, q.body as quoted_body
  from messages m left join conversations c on c.id = m.conversation_id left join votes v on v.message_id = m.id
    left join guides g on g.reply_to = json_extract(m.body, '$.replyTo')
    left join messages q on q.id = json_extract(m.body, '$.quote')`

export function toLocalMessage(row: MessageRow): LocalMessage {
  const read = row.delivery === 'delivered' && row.seq !== null && row.read_seq !== null && row.seq <= row.read_seq
  return {
    id: row.id,
    conversationId: row.conversation_id,
    seq: row.seq,
    author: row.author,
    at: row.at,
    body: JSON.parse(row.body) as MessageBody,
    delivery: read ? 'read' : row.delivery,
    failure: row.failure ? (JSON.parse(row.failure) as Failure) : null,
    vote: row.vote ? (JSON.parse(row.vote) as Vote) : null,
    guides: row.guides ? (JSON.parse(row.guides) as GuideMark[]) : [],
    quoted:
      row.quoted_id && row.quoted_author && row.quoted_body
        ? { id: row.quoted_id, author: row.quoted_author, body: JSON.parse(row.quoted_body) as MessageBody }
        : null,
  }
}

/** The newer of two copies of a conversation. Counters only grow, whichever copy is newer in the rest. */
export function newer(held: Conversation | null, came: Conversation): Conversation {
  if (!held) return came
  const base = came.revision >= held.revision ? came : held
  return {
    ...base,
    lastSeq: Math.max(held.lastSeq, came.lastSeq),
    taxpayerReadSeq: Math.max(held.taxpayerReadSeq, came.taxpayerReadSeq),
    officeReadSeq: Math.max(held.officeReadSeq, came.officeReadSeq),
  }
}
