// What a batch of messages needs to know, fetched in a handful of queries however large the batch is.
import type { ConversationId, MessageId, PersonId } from '@zhengna/contract/ids.ts'
import type { Writer } from '../../platform/database/database.ts'
import { selectConversations, type ConversationRow, type MessageRow } from './conversations.store.ts'
import type { Draft } from './draft.ts'

type StoredRow = Pick<MessageRow, 'id' | 'conversation_id' | 'seq' | 'at' | 'author_id' | 'body'>

export interface Known {
  /** Messages whose id is already stored, those of this batch included. */
  readonly stored: Map<MessageId, StoredRow>
  readonly byId: Map<ConversationId, ConversationRow>
  /** The open conversation of each taxpayer in the batch, where there is one. */
  readonly openOf: Map<PersonId, ConversationRow>
}

export async function loadBatch(trx: Writer, drafts: readonly Draft[]): Promise<Known> {
  const known: Known = { stored: new Map(), byId: new Map(), openOf: new Map() }
  const keep = (row: ConversationRow): void => {
    // One object a conversation: both maps must see the same lastSeq grow.
    if (!known.byId.has(row.id)) known.byId.set(row.id, row)
    if (row.stage !== 'ended') known.openOf.set(row.taxpayer_id, known.byId.get(row.id) ?? row)
  }
  const ids = unique(drafts.map(({ id }) => id))
  for (const part of chunks(ids)) {
    const rows = await trx
      .selectFrom('messages')
      .select(['id', 'conversation_id', 'seq', 'at', 'author_id', 'body'])
      .where('id', 'in', part)
      .execute()
    for (const row of rows) known.stored.set(row.id, row)
  }
  const named = unique(drafts.flatMap(({ conversationId }) => conversationId ?? []))
  for (const part of chunks(named)) {
    for (const row of await selectConversations(trx).where('conversations.id', 'in', part).execute()) keep(row)
  }
  const taxpayers = unique(drafts.flatMap(({ author, authorId }) => (author === 'taxpayer' ? authorId : [])))
  for (const part of chunks(taxpayers.filter((id) => !known.openOf.has(id)))) {
    for (const row of await selectConversations(trx).where('taxpayer_id', 'in', part).where('stage', '<>', 'ended').execute()) keep(row)
  }
  return known
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]

function* chunks<T>(values: readonly T[], size = 5_000): Generator<T[]> {
  for (let start = 0; start < values.length; start += size) yield values.slice(start, start + size)
}
