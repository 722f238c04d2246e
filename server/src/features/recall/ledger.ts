// Who was given which answer: written with the answer, in the journal's transaction, all of a batch in one statement.
import type { ArticleId } from '@zhengna/contract/ids.ts'
import type { AnswerLedger } from '../conversations/index.ts'

/** SQLite takes 32,766 parameters in a statement; 7 a row. */
const ROWS_PER_INSERT = 1_000

/** `publishedVersion`: null for an article that is not published; what an agent names in vain is not recorded. */
export function createAnswerLedger(publishedVersion: (id: ArticleId) => number | null): AnswerLedger {
  return {
    async record(trx, given) {
      const rows = given.flatMap(({ messageId, articleId, version, taxpayerId, conversationId, agentId, at }) => {
        const known = version ?? publishedVersion(articleId)
        return known === null
          ? []
          : {
              message_id: messageId,
              article_id: articleId,
              version: known,
              taxpayer_id: taxpayerId,
              conversation_id: conversationId,
              agent_id: agentId,
              at,
            }
      })
      for (let start = 0; start < rows.length; start += ROWS_PER_INSERT)
        await trx
          .insertInto('given_answers')
          .values(rows.slice(start, start + ROWS_PER_INSERT))
          .execute()
    },
  }
}
