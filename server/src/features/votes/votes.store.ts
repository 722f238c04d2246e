// Votes as rows.
import type { VotedAnswer } from '@zhengna/contract/domain/vote.ts'
import type { ConversationId } from '@zhengna/contract/ids.ts'
import type { GivenVote } from '../../platform/bus/bus.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'

/** False where the answer has its vote. */
export async function insertVote(trx: Writer, given: GivenVote): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('votes')
    .values({
      message_id: given.messageId,
      conversation_id: given.conversationId,
      taxpayer_id: given.taxpayerId,
      article_id: given.articleId,
      version: given.version,
      is_useful: given.vote.isUseful ? 1 : 0,
      reason: given.vote.reason,
      remark: given.remark,
      at: given.at,
    })
    .onConflict((conflict) => conflict.column('message_id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function selectVotes(db: Reader, conversationIds: readonly ConversationId[]): Promise<VotedAnswer[]> {
  if (conversationIds.length === 0) return []
  const rows = await db
    .selectFrom('votes')
    .select(['message_id', 'is_useful', 'reason'])
    .where('conversation_id', 'in', conversationIds)
    .execute()
  return rows.map(({ message_id, is_useful, reason }) => ({ messageId: message_id, vote: { isUseful: is_useful === 1, reason } }))
}
