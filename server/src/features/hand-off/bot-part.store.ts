// Where the bot's part of a conversation ends.
import type { ConversationId } from '@zhengna/contract/ids.ts'
import type { Reader } from '../../platform/database/database.ts'

/** The seq of its newest message before a person served; 0 where nothing was said. */
export async function lastSeqOfBot(db: Reader, id: ConversationId): Promise<number> {
  const { seq } = await db
    .selectFrom('messages')
    .innerJoin('conversations', 'conversations.id', 'messages.conversation_id')
    .select((eb) => eb.fn.max<number | null>('messages.seq').as('seq'))
    .where('messages.conversation_id', '=', id)
    .where((eb) => eb.or([eb('conversations.served_at', 'is', null), eb('messages.at', '<=', eb.ref('conversations.served_at'))]))
    .executeTakeFirstOrThrow()
  return seq ?? 0
}
