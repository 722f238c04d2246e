// Conversations and messages as rows.
import { sql, type Selectable, type Updateable } from 'kysely'
import type { Conversation, RatingState, ServingAgent } from '@zhengna/contract/domain/conversation.ts'
import type { Message, MessageBody } from '@zhengna/contract/domain/message.ts'
import type { ConversationId, MessageId, PersonId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import type { ConversationTable, MessageTable } from '../../platform/database/schema.ts'

export type ConversationRow = Selectable<ConversationTable> & { agent_number: string | null }
export type MessageRow = Selectable<MessageTable>

/** With the agent's number, which is all of the agent that a taxpayer sees. */
export const selectConversations = (db: Reader) =>
  db
    .selectFrom('conversations')
    .leftJoin('people as agent', 'agent.id', 'conversations.agent_id')
    .selectAll('conversations')
    .select('agent.agent_number as agent_number')

export const findConversation = (db: Reader, id: ConversationId): Promise<ConversationRow | undefined> =>
  selectConversations(db).where('conversations.id', '=', id).executeTakeFirst()

export const findOpenConversation = (db: Reader, taxpayerId: PersonId): Promise<ConversationRow | undefined> =>
  selectConversations(db).where('taxpayer_id', '=', taxpayerId).where('stage', '<>', 'ended').executeTakeFirst()

/** Written out: an index of the live ones is of no use to a query whose stage is a parameter. */
export const liveQuery = (db: Reader) => selectConversations(db).where(sql<boolean>`conversations.stage = 'live'`)
export const liveOfQuery = (db: Reader, agentId: PersonId) => liveQuery(db).where('conversations.agent_id', '=', agentId)

/** The last time an agent served the taxpayer, the one who serves now included. */
export async function lastServed(db: Reader, taxpayerId: PersonId): Promise<{ at: number; agentNumber: string } | null> {
  const row = await selectConversations(db)
    .where('taxpayer_id', '=', taxpayerId)
    .where('served_at', 'is not', null)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.served_at && row.agent_number ? { at: row.served_at, agentNumber: row.agent_number } : null
}

export async function nextOrdinal(db: Reader, taxpayerId: PersonId): Promise<number> {
  const last = await db
    .selectFrom('conversations')
    .select('ordinal')
    .where('taxpayer_id', '=', taxpayerId)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (last?.ordinal ?? 0) + 1
}

/** Messages after a seq, in order. */
export const selectMessages = (db: Reader, id: ConversationId, afterSeq: number, limit: number): Promise<MessageRow[]> =>
  db.selectFrom('messages').selectAll().where('conversation_id', '=', id).where('seq', '>', afterSeq).orderBy('seq').limit(limit).execute()

export const findMessage = (db: Reader, id: MessageId): Promise<MessageRow | undefined> =>
  db.selectFrom('messages').selectAll().where('id', '=', id).executeTakeFirst()

/** The taxpayer's last text, cut to one line; '' where there is none. */
export async function lastWordsOf(db: Reader, id: ConversationId): Promise<string> {
  const row = await db
    .selectFrom('messages')
    .selectAll()
    .where('conversation_id', '=', id)
    .where('author', '=', 'taxpayer')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const body = row && toMessage(row).body
  return body?.kind === 'text' ? body.text.replace(/\s+/g, ' ').slice(0, 80) : ''
}

/** Changes a conversation and raises its revision, so that whoever holds a copy knows the newer one. */
export async function updateConversation(trx: Writer, row: ConversationRow, change: Updateable<ConversationTable>): Promise<void> {
  Object.assign(row, change, { revision: row.revision + 1 })
  await trx
    .updateTable('conversations')
    .set({ ...change, revision: row.revision })
    .where('id', '=', row.id)
    .execute()
}

export function toConversation(row: ConversationRow): Conversation {
  const agent: ServingAgent | null = row.agent_id && row.agent_number ? { id: row.agent_id, number: row.agent_number } : null
  return {
    id: row.id,
    ordinal: row.ordinal,
    taxpayerId: row.taxpayer_id,
    officeId: row.office_id,
    skillGroupId: row.skill_group_id,
    stage: row.stage,
    revision: row.revision,
    lastSeq: row.last_seq,
    taxpayerReadSeq: row.taxpayer_read_seq,
    officeReadSeq: row.office_read_seq,
    agent,
    handOverReason: row.hand_over_reason,
    isTransferring: row.is_transferring === 1,
    agentAwaySince: row.agent_away_since,
    openedAt: row.opened_at,
    servedAt: row.served_at,
    endedAt: row.ended_at,
    endedBy: row.ended_by,
    rating: toRating(row),
  }
}

function toRating({ rating_state, rating_outcome, rating_remark, rated_at }: ConversationRow): RatingState {
  if (rating_state !== 'given' || !rating_outcome || rated_at === null) return { state: rating_state === 'asked' ? 'asked' : 'none' }
  return { state: 'given', outcome: rating_outcome, remark: rating_remark ?? '', at: rated_at }
}

/** As everybody is given it; `forAudit`: with what was taken back. */
export function toMessage(row: MessageRow, forAudit = false): Message {
  const said = JSON.parse(row.body) as MessageBody
  return {
    id: row.id,
    conversationId: row.conversation_id,
    seq: row.seq,
    author: row.author,
    authorId: row.author_id,
    at: row.at,
    body: row.retracted_at === null ? said : { kind: 'retracted', text: forAudit ? wordsOf(said) : null },
  }
}

/** Of a picture or file its name. */
function wordsOf(said: MessageBody): string | null {
  if (said.kind === 'text') return said.text
  return said.kind === 'picture' || said.kind === 'file' ? said.attachment.name : null
}
