// Messages that came from the server.
import type { Database } from 'better-sqlite3-multiple-ciphers'
import type { Message } from '@zhengna/contract/domain/message.ts'
import type { Conversation } from '@zhengna/contract/domain/conversation.ts'
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'
import type { AttachmentId, ConversationId, MessageId } from '@zhengna/contract/ids.ts'
import { newer, selectMessages, toLocalMessage, type MessageRow } from './rows.ts'

export interface Saved {
  /** Pictures and files that were taken back. */
  readonly forgotten: AttachmentId[]
  readonly messages: LocalMessage[]
  /** Local answers that gave way to the server's. */
  readonly removed: MessageId[]
  readonly conversation: Conversation
  /** Up to where there is no gap; less than the highest seq given when some are missing between. */
  readonly syncedSeq: number
}

export interface MessageStore {
  /** All of one conversation, which must be known. Stored ones are left as they are. */
  saveMessages(conversationId: ConversationId, messages: readonly Message[]): Saved
  /** One's own messages whose delivery a read mark changed. */
  ownBetween(conversationId: ConversationId, afterSeq: number, upToSeq: number): LocalMessage[]
}

export function createMessageStore(db: Database, own: 'taxpayer' | 'agent'): MessageStore {
  const conversationRow = db.prepare<[string], { content: string; synced_seq: number; ordinal: number }>(
    'select content, synced_seq, ordinal from conversations where id = ?',
  )
  const saveConversation = db.prepare('update conversations set content = ?, synced_seq = ? where id = ?')
  const upsert = db.prepare(
    `insert into messages (id, conversation_id, sort_ordinal, sort_seq, seq, author, at, body, delivery)
     values (@id, @conversationId, @ordinal, @seq, @seq, @author, @at, @body, @delivery)
     on conflict (id) do update set conversation_id = excluded.conversation_id, sort_ordinal = excluded.sort_ordinal, sort_seq = excluded.sort_seq,
       seq = excluded.seq, at = excluded.at, body = excluded.body, delivery = excluded.delivery, failure = null`,
  )
  /** 撤回: nothing of it stays on this machine. */
  const fileOf = db.prepare<[string], { id: AttachmentId | null }>(
    `select json_extract(body, '$.attachment.id') as id from messages where id = ?`,
  )
  const forget = db.prepare(`update messages set body = '{"kind":"retracted","text":null}' where id = ?`)
  /** What speaks of a message is shown with it. */
  const speakingOf = db.prepare<[string, string], { id: MessageId }>(
    `select id from messages where conversation_id = ? and json_extract(body, '$.quote') = ?`,
  )
  const sent = db.prepare('delete from outbox where id = ?')
  const hasSeq = db.prepare<[string, number], { found: number }>(
    'select 1 as found from messages where conversation_id = ? and sort_seq = ? limit 1',
  )
  const replaced = db.prepare<[string], { id: MessageId }>('delete from messages where offline_reply_to = ? and seq is null returning id')
  const byId = db.prepare<[string], MessageRow>(`${selectMessages(own)} where m.id = ?`)
  const between = db.prepare<[string, number, number], MessageRow>(
    `${selectMessages(own)} where m.conversation_id = ? and m.sort_seq > ? and m.sort_seq <= ? and m.author = '${own}' order by m.sort_seq`,
  )

  return {
    saveMessages: db.transaction((conversationId: ConversationId, messages: readonly Message[]): Saved => {
      const row = conversationRow.get(conversationId)
      if (!row) throw new Error('saveMessages: the conversation is not known here')
      const removed: MessageId[] = []
      const retracted: MessageId[] = []
      const files: AttachmentId[] = []
      let conversation = JSON.parse(row.content) as Conversation
      for (const message of messages) {
        const body = JSON.stringify(message.body)
        const delivery = message.author === own ? 'delivered' : null
        upsert.run({
          id: message.id,
          conversationId,
          ordinal: row.ordinal,
          seq: message.seq,
          author: message.author,
          at: message.at,
          body,
          delivery,
        })
        sent.run(message.id)
        const forgotten = message.body.kind === 'event' && message.body.event.type === 'retracted' ? message.body.event.messageId : null
        const file = forgotten === null ? null : (fileOf.get(forgotten)?.id ?? null)
        if (file !== null) files.push(file)
        if (forgotten !== null && forget.run(forgotten).changes > 0)
          retracted.push(forgotten, ...speakingOf.all(conversationId, forgotten).map(({ id }) => id))
        if (message.body.kind === 'answer') removed.push(...replaced.all(message.body.replyTo).map(({ id }) => id))
        // The bot has read what it answers; the server says so only in its next copy of the conversation.
        const officeReadSeq = message.author === 'bot' ? message.seq : 0
        conversation = newer(conversation, { ...conversation, lastSeq: message.seq, officeReadSeq })
      }
      let syncedSeq = row.synced_seq
      while (hasSeq.get(conversationId, syncedSeq + 1)) syncedSeq += 1
      saveConversation.run(JSON.stringify(conversation), syncedSeq, conversationId)
      const changed = new Set([...retracted, ...messages.map(({ id }) => id)])
      const stored = [...changed].flatMap((id) => byId.get(id) ?? []).map(toLocalMessage)
      return { messages: stored, removed, forgotten: files, conversation, syncedSeq }
    }),
    ownBetween: (conversationId, afterSeq, upToSeq) => between.all(conversationId, afterSeq, upToSeq).map(toLocalMessage),
  }
}
