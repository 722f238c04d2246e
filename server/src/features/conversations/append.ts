// The one place that gives a message its seq. Runs inside a transaction; publishes after it.
import { uuidv7 } from 'uuidv7'
import type { Author, Message, MessageBody, StreamEvent } from '@zhengna/contract/domain/message.ts'
import type { MessageId, PersonId } from '@zhengna/contract/ids.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { AfterCommit, Writer } from '../../platform/database/database.ts'
import { toConversation, type ConversationRow } from './conversations.store.ts'

export interface NewMessage {
  readonly id: MessageId
  readonly author: Author
  readonly authorId: PersonId | null
  readonly body: MessageBody
}

/** SQLite takes 32,766 parameters in a statement; 8 a row. */
const ROWS_PER_INSERT = 1_000

/** Messages collected for one transaction: `add` numbers them, `store` writes them all and what their conversations count. */
export interface Appending {
  add(conversation: ConversationRow, message: NewMessage): Message
  addEvent(conversation: ConversationRow, event: StreamEvent): Message
  store(): Promise<void>
}

export function beginAppending(trx: Writer, after: AfterCommit, bus: Bus, now: number): Appending {
  const added: { message: Message; conversation: ConversationRow }[] = []
  const touched = new Set<ConversationRow>()

  const add = (conversation: ConversationRow, { id, author, authorId, body }: NewMessage): Message => {
    conversation.last_seq += 1
    touched.add(conversation)
    const message: Message = { id, conversationId: conversation.id, seq: conversation.last_seq, author, authorId, at: now, body }
    added.push({ message, conversation })
    return message
  }

  return {
    add,
    addEvent: (conversation, event) =>
      add(conversation, { id: uuidv7() as MessageId, author: 'system', authorId: null, body: { kind: 'event', event } }),
    async store() {
      for (let start = 0; start < added.length; start += ROWS_PER_INSERT) {
        const rows = added.slice(start, start + ROWS_PER_INSERT).map(({ message }) => ({
          id: message.id,
          conversation_id: message.conversationId,
          seq: message.seq,
          author: message.author,
          author_id: message.authorId,
          at: message.at,
          body: JSON.stringify(message.body),
          retracted_at: null,
        }))
        await trx.insertInto('messages').values(rows).execute()
      }
      for (const { id, last_seq } of touched) await trx.updateTable('conversations').set({ last_seq }).where('id', '=', id).execute()
      after(() => {
        for (const { message, conversation } of added) {
          bus.publish('message.stored', {
            message,
            taxpayerId: conversation.taxpayer_id,
            agentId: conversation.agent_id,
            officeId: conversation.office_id,
          })
        }
      })
    },
  }
}

/** Tells everyone who takes part how the conversation now stands, and who took part until now. */
export function announce(after: AfterCommit, bus: Bus, row: ConversationRow, formerAgentId?: PersonId): void {
  after(() => bus.publish('conversation.changed', { conversation: toConversation(row), ...(formerAgentId && { formerAgentId }) }))
}
