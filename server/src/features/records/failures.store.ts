// Questions that the knowledge base owes an answer, and which group of them each belongs to.
import type { FailureKind } from '@zhengna/contract/domain/gap.ts'
import type { VoteReason } from '@zhengna/contract/domain/vote.ts'
import type { ArticleId, MessageId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import { smallTalk } from './record-rows.ts'

export interface Failed {
  readonly position: number
  readonly messageId: MessageId
  readonly question: string
}

/** Those in no group yet, in the order in which they were asked. */
export async function ungroupedFailures(db: Reader, limit: number): Promise<Failed[]> {
  const rows = await db
    .selectFrom('records')
    .select(['position', 'message_id', 'question'])
    .where('failure', 'is not', null)
    .where('gap_id', 'is', null)
    .orderBy('position')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ position: row.position, messageId: row.message_id, question: row.question }))
}

export async function groupFailures(trx: Writer, gapId: MessageId, positions: readonly number[]): Promise<void> {
  await trx.updateTable('records').set({ gap_id: gapId }).where('position', 'in', positions).where('gap_id', 'is', null).execute()
}

export interface GroupedFailure extends Failed {
  readonly gapId: MessageId
  readonly at: number
  /** Tells people apart. */
  readonly person: string
  readonly failure: FailureKind
  readonly reason: VoteReason | null
  readonly remark: string
  readonly articleId: ArticleId | null
}

export interface FailuresWanted {
  readonly from?: number
  /** Not itself wanted. */
  readonly before?: number
  readonly gapId?: MessageId
  readonly limit: number
}

/** Newest first. */
export async function groupedFailures(db: Reader, { from, before, gapId, limit }: FailuresWanted): Promise<GroupedFailure[]> {
  const rows = await db
    .selectFrom('records')
    .leftJoin('conversations', 'conversations.id', 'records.conversation_id')
    .selectAll('records')
    .select('conversations.taxpayer_id')
    .where('failure', 'is not', null)
    .where('gap_id', 'is not', null)
    .$if(from !== undefined, (q) => q.where('at', '>=', from ?? 0))
    .$if(before !== undefined, (q) => q.where('at', '<', before ?? 0))
    .$if(gapId !== undefined, (q) => q.where('gap_id', '=', gapId ?? null))
    .orderBy('records.position', 'desc')
    .limit(limit)
    .execute()
  return rows.flatMap((row) =>
    row.gap_id && row.failure
      ? {
          position: row.position,
          messageId: row.message_id,
          question: row.question,
          gapId: row.gap_id,
          at: row.at,
          person: row.taxpayer_id ?? row.conversation_id,
          failure: row.failure,
          reason: row.vote === 'useful' ? null : row.vote,
          remark: row.vote_remark ?? '',
          articleId: row.article_id,
        }
      : [],
  )
}

/** Questions of a span, and how many of them had a direct answer; a picked option goes on with its question and is none. */
export async function countAsked(db: Reader, from: number, before: number): Promise<{ asked: number; answered: number }> {
  const { asked, answered } = await db
    .selectFrom('records')
    .select(({ fn }) => [fn.countAll<number>().as('asked'), fn.countAll<number>().filterWhere('decision', '=', 'answer').as('answered')])
    .where('at', '>=', from)
    .where('at', '<', before)
    .where('origin', '<>', 'option')
    .where('decision', 'not in', smallTalk)
    .executeTakeFirstOrThrow()
  return { asked, answered }
}
