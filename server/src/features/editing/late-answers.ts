// Between a publication and the moment in which this process answers by it, the old answer may still be given: those who got it
// then are told as well. Telling twice tells nobody twice, so it is simply said once more.
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Knowledge, Recall } from '../knowledge/index.ts'

export interface LateAnswerParts {
  readonly database: Database
  readonly clock: Clock
  readonly knowledge: Pick<Knowledge, 'onReplaced'>
  readonly recall: Pick<Recall, 'tell'>
  readonly onError: (error: unknown) => void
}

/** Longer than any snapshot takes to be replaced. */
const LOOK_BACK_MS = 10 * 60_000

export function tellLateAnswers({ database, clock, knowledge, recall, onError }: LateAnswerParts): void {
  const tellAgain = (): Promise<void> =>
    database.write(async (trx, after) => {
      const now = clock.now()
      const changed = await trx
        .selectFrom('article_revisions')
        .select(['article_id', 'version', 'question', 'change_note'])
        .where('state', '=', 'published')
        .where('is_substantive', '=', 1)
        .where('version', '>', 1)
        .where('published_at', '>=', now - LOOK_BACK_MS)
        .execute()
      for (const { article_id, version, question, change_note } of changed) {
        await recall.tell(trx, after, { articleId: article_id, version, question, changeNote: change_note, wasWithdrawn: false }, now)
      }
    })
  // After the engine, which listens too, has the new snapshot.
  knowledge.onReplaced(() => setImmediate(() => void tellAgain().catch(onError)))
}
