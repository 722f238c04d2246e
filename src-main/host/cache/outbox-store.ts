// What must still reach the server. A message is here from the moment it was written until the server said it is safe.
import type { Database } from 'better-sqlite3-multiple-ciphers'
import type { Answer, Decision } from '@zhengna/contract/domain/answer.ts'
import type { QuestionOrigin } from '@zhengna/contract/domain/question-origin.ts'
import { messageFormKey } from '@zhengna/contract/host/attachments.ts'
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'
import type { MessageBody } from '@zhengna/contract/domain/message.ts'
import type { ArticleId, AttachmentId, ConversationId, MessageId } from '@zhengna/contract/ids.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { selectMessages, toLocalMessage, UNSENT, type MessageRow } from './rows.ts'

export interface Outgoing {
  readonly position: number
  readonly id: MessageId
  readonly conversationId: ConversationId | null
  readonly text: string
  /** The message that it speaks of. */
  readonly quote: MessageId | null
  /** A picture or file, which has no text. */
  readonly attachmentId: AttachmentId | null
  readonly articleId: ArticleId | null
  readonly origin: QuestionOrigin | null
  readonly offlineAnswer: { decision: Decision; articleId: ArticleId | null } | null
  /** Its author was asked about a word and sends it all the same. */
  readonly isConfirmed: boolean
}

export interface NewOutgoing {
  readonly id: MessageId
  readonly conversationId: ConversationId | null
  readonly body: Extract<MessageBody, { kind: 'text' | 'picture' | 'file' }>
  readonly articleId: ArticleId | null
  readonly origin: QuestionOrigin | null
  readonly at: number
}

export interface OutboxStore {
  enqueue(outgoing: NewOutgoing): LocalMessage
  /** In the order they were written; failed ones wait for 重发 and are not among them. */
  pending(afterPosition: number, limit: number): Outgoing[]
  pendingCount(): number
  /** `text`: what the server stored, where that is not what was sent; nothing else is kept here either. */
  acknowledge(id: MessageId, conversationId: ConversationId, seq: number, at: number, text?: string): LocalMessage | null
  markFailed(id: MessageId, failure: Failure): LocalMessage | null
  /** It stays 待发, with the reason why it waits. */
  markWaiting(id: MessageId, failure: Failure): LocalMessage | null
  /** 重发: back to the end of the outbox under its own id; null where it is not a failed message. `isConfirmed`: 仍要发送. */
  requeue(id: MessageId, isConfirmed?: boolean): LocalMessage | null
  /** What left the stream: the message and the answer made here for it; nothing where it is not a failed message. */
  discard(id: MessageId): MessageId[]
  /** An answer made here, shown under its question and sent along with it. */
  addOfflineAnswer(questionId: MessageId, answerId: MessageId, answer: Answer, at: number): LocalMessage | null
  /** Questions waiting for the line that have no local answer yet. */
  unanswered(): Outgoing[]
  /** What is in the outbox of a message: whether it is a file, and which. */
  outgoing(id: MessageId): Outgoing | null
}

interface OutboxRow {
  position: number
  id: MessageId
  conversation_id: ConversationId | null
  text: string
  article_id: ArticleId | null
  origin: QuestionOrigin | null
  offline_answer: string | null
  is_confirmed: number
  attachment_id: AttachmentId | null
  quote: MessageId | null
}

export function createOutboxStore(db: Database, own: 'taxpayer' | 'agent'): OutboxStore {
  const insertMessage = db.prepare(
    `insert into messages (id, conversation_id, sort_ordinal, sort_seq, seq, author, at, body, delivery)
     values (@id, @conversationId, ${UNSENT}, ${UNSENT}, null, '${own}', @at, @body, 'pending')`,
  )
  const insert = db.prepare(
    `insert into outbox (id, conversation_id, text, article_id, origin, is_confirmed, attachment_id, quote)
     values (@id, @conversationId, @text, @articleId, @origin, @isConfirmed, @attachmentId, @quote)`,
  )
  /** What was chosen is the message's from here on, and goes up. */
  const sendUp = db.prepare(`update attachments set form_key = ?, state = 'uploading' where id = ?`)
  const byId = db.prepare<[string], MessageRow>(`${selectMessages(own)} where m.id = ?`)
  const message = (id: MessageId): LocalMessage | null => {
    const row = byId.get(id)
    return row ? toLocalMessage(row) : null
  }
  const waiting = `select o.* from outbox o join messages m on m.id = o.id where m.delivery = 'pending'`
  const pending = db.prepare<[number, number], OutboxRow>(`${waiting} and o.position > ? order by o.position limit ?`)
  const unanswered = db.prepare<[], OutboxRow>(`${waiting} and o.offline_answer is null and o.attachment_id is null order by o.position`)
  const count = db.prepare<[], { waiting: number }>(`select count(*) as waiting from messages where delivery = 'pending'`)
  const remove = db.prepare('delete from outbox where id = ?')
  const place = db.prepare(
    `update messages set conversation_id = @conversationId, sort_seq = @seq, seq = @seq, at = @at, delivery = 'delivered', failure = null,
       sort_ordinal = coalesce((select ordinal from conversations where id = @conversationId), sort_ordinal)
     where id = @id and seq is null`,
  )
  // What was taken back meanwhile stays so.
  const setText = db.prepare(
    `update messages set body = json_set(body, '$.text', ?) where id = ? and json_extract(body, '$.kind') = 'text'`,
  )
  const setFailed = db.prepare(`update messages set delivery = 'failed', failure = ? where id = ? and delivery = 'pending'`)
  const setWaiting = db.prepare(`update messages set failure = ? where id = ? and delivery = 'pending'`)
  const setPending = db.prepare(`update messages set delivery = 'pending', failure = null where id = ? and delivery = 'failed'`)
  const outboxRow = db.prepare<[string], OutboxRow>('select * from outbox where id = ?')
  const dropMessage = db.prepare(`delete from messages where id = ? and delivery = 'failed'`)
  const dropAnswer = db.prepare<[string], { id: MessageId }>('delete from messages where offline_reply_to = ? returning id')
  const attachAnswer = db.prepare('update outbox set offline_answer = ? where id = ?')
  const insertAnswer = db.prepare(
    `insert into messages (id, conversation_id, sort_ordinal, sort_seq, sort_position, seq, author, at, body, offline_reply_to)
     select @id, null, ${UNSENT}, ${UNSENT}, coalesce(sort_position, position) + 0.5, null, 'bot', @at, @body, @questionId from messages where id = @questionId`,
  )
  const toOutgoing = (row: OutboxRow): Outgoing => ({
    position: row.position,
    id: row.id,
    conversationId: row.conversation_id,
    text: row.text,
    attachmentId: row.attachment_id,
    quote: row.quote,
    articleId: row.article_id,
    origin: row.origin,
    offlineAnswer: row.offline_answer ? (JSON.parse(row.offline_answer) as Outgoing['offlineAnswer']) : null,
    isConfirmed: row.is_confirmed === 1,
  })
  const existing = (found: LocalMessage | null): LocalMessage => {
    if (!found) throw new Error('the message just stored is not there')
    return found
  }

  return {
    enqueue: db.transaction((outgoing: NewOutgoing) => {
      const { body, ...rest } = outgoing
      const [text, attachmentId] = body.kind === 'text' ? [body.text, null] : ['', body.attachment.id]
      insertMessage.run({ ...rest, body: JSON.stringify(body) })
      insert.run({ ...rest, text, attachmentId, quote: body.kind === 'text' ? (body.quote ?? null) : null, isConfirmed: 0 })
      if (attachmentId) sendUp.run(messageFormKey(outgoing.id), attachmentId)
      return existing(message(outgoing.id))
    }),
    pending: (afterPosition, limit) => pending.all(afterPosition, limit).map(toOutgoing),
    pendingCount: () => count.get()?.waiting ?? 0,
    acknowledge: db.transaction((id: MessageId, conversationId: ConversationId, seq: number, at: number, text?: string) => {
      place.run({ id, conversationId, seq, at })
      if (text !== undefined) setText.run(text, id)
      remove.run(id)
      return message(id)
    }),
    markFailed: db.transaction((id: MessageId, failure: Failure) => {
      setFailed.run(JSON.stringify(failure), id)
      return message(id)
    }),
    markWaiting: db.transaction((id: MessageId, failure: Failure) => {
      setWaiting.run(JSON.stringify(failure), id)
      return message(id)
    }),
    requeue: db.transaction((id: MessageId, isConfirmed = false) => {
      const row = outboxRow.get(id)
      if (!row || setPending.run(id).changes === 0) return null
      remove.run(id)
      insert.run({
        id,
        conversationId: row.conversation_id,
        text: row.text,
        articleId: row.article_id,
        origin: row.origin,
        attachmentId: row.attachment_id,
        quote: row.quote,
        isConfirmed: isConfirmed ? 1 : 0,
      })
      return message(id)
    }),
    discard: db.transaction((id: MessageId) => {
      if (dropMessage.run(id).changes === 0) return []
      return [id, ...dropAnswer.all(id).map((answer) => answer.id)]
    }),
    addOfflineAnswer: db.transaction((questionId: MessageId, answerId: MessageId, answer: Answer, at: number) => {
      if (!outboxRow.get(questionId)) return null
      attachAnswer.run(JSON.stringify({ decision: answer.decision, articleId: answer.papers?.articleId ?? null }), questionId)
      insertAnswer.run({ id: answerId, at, body: JSON.stringify({ kind: 'answer', replyTo: questionId, answer }), questionId })
      return message(answerId)
    }),
    unanswered: () => unanswered.all().map(toOutgoing),
    outgoing(id) {
      const row = outboxRow.get(id)
      return row ? toOutgoing(row) : null
    },
  }
}
