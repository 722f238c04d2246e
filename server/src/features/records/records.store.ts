// Records as rows: written by the batch, read by the thousand.
import type { Decision } from '@zhengna/contract/domain/answer.ts'
import type { Audience, TaxpayerProfile } from '@zhengna/contract/domain/person.ts'
import type { QuestionOrigin } from '@zhengna/contract/domain/question-origin.ts'
import type { VoteReason } from '@zhengna/contract/domain/vote.ts'
import type { ArticleId, ConversationId, MessageId, OfficeId, PersonId, TopicId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import { smallTalk, type NewRecord } from './record-rows.ts'

/** SQLite takes 32,766 parameters in a statement; 18 a row. */
const ROWS_PER_INSERT = 1_000
const IDS_PER_QUERY = 5_000
const ROWS_PER_PAGE = 500

export async function profilesOf(db: Reader, ids: readonly PersonId[]): Promise<Map<PersonId, TaxpayerProfile>> {
  const profiles = new Map<PersonId, TaxpayerProfile>()
  for (const part of chunks(ids, IDS_PER_QUERY)) {
    const rows = await db.selectFrom('people').select(['id', 'taxpayer']).where('id', 'in', part).execute()
    for (const { id, taxpayer } of rows) if (taxpayer) profiles.set(id, JSON.parse(taxpayer) as TaxpayerProfile)
  }
  return profiles
}

export async function insertRecords(trx: Writer, records: readonly NewRecord[]): Promise<void> {
  for (const part of chunks(records, ROWS_PER_INSERT)) await trx.insertInto('records').values(part).execute()
}

/** Marks what was asked last in each of the conversations, and the picks after it, as resolved. One statement for thousands. */
export async function resolveLastAsked(trx: Writer, conversations: readonly ConversationId[]): Promise<void> {
  for (const part of chunks(conversations, IDS_PER_QUERY))
    await trx
      .updateTable('records')
      .set({ failure: null })
      .where('conversation_id', 'in', part)
      .where('failure', '=', 'unanswered')
      .where('position', '>=', (asked) =>
        asked
          .selectFrom('records as asked')
          .select(({ fn }) => fn.coalesce(fn.max('asked.position'), asked.lit(0)).as('position'))
          .whereRef('asked.conversation_id', '=', 'records.conversation_id')
          .where('asked.origin', '<>', 'option')
          .where('asked.decision', 'not in', smallTalk),
      )
      .execute()
}

/** A disliked answer is a failure. */
export async function noteVote(trx: Writer, answerId: MessageId, vote: VoteReason | 'useful', remark: string): Promise<void> {
  await trx
    .updateTable('records')
    .set({ vote, vote_remark: remark, ...(vote !== 'useful' && { failure: 'disliked' }) })
    .where('answer_id', '=', answerId)
    .execute()
}

/** What the person asked last, newest first, in whichever of their conversations; picked options and small talk are no questions of theirs. */
export const lastAsked = (db: Reader, personId: PersonId, limit: number): Promise<{ question: string; at: number }[]> =>
  db
    .selectFrom('records')
    .innerJoin('conversations', 'conversations.id', 'records.conversation_id')
    .select(['records.question', 'records.at'])
    .where('conversations.taxpayer_id', '=', personId)
    .where('records.origin', '<>', 'option')
    .where('records.decision', 'not in', smallTalk)
    .orderBy('records.position', 'desc')
    .limit(limit)
    .execute()

/** A record as trends read it. */
export interface AskedRecord {
  readonly at: number
  /** Stands for whoever asked; only good for telling people apart. */
  readonly person: string
  readonly audiences: readonly Audience[]
  readonly industry: string | null
  readonly officeId: OfficeId
  readonly question: string
  readonly origin: QuestionOrigin
  readonly decision: Decision
  readonly articleId: ArticleId | null
  readonly topicId: TopicId | null
}

/** Newest first, page by page, at most `limit`. */
export async function* recordsSince(db: Reader, sinceMs: number, limit: number): AsyncGenerator<AskedRecord[]> {
  let before = Number.MAX_SAFE_INTEGER
  for (let left = limit; left > 0;) {
    const rows = await db
      .selectFrom('records')
      .leftJoin('conversations', 'conversations.id', 'records.conversation_id')
      .select([
        'records.position',
        'records.conversation_id',
        'conversations.taxpayer_id',
        'records.at',
        'records.audiences',
        'records.industry',
        'records.office_id',
        'records.question',
        'records.origin',
        'records.decision',
        'records.article_id',
        'records.topic_id',
      ])
      .where('records.position', '<', before)
      .where('records.at', '>=', sinceMs)
      .orderBy('records.position', 'desc')
      .limit(Math.min(ROWS_PER_PAGE, left))
      .execute()
    const last = rows.at(-1)
    if (!last) return
    before = last.position
    left -= rows.length
    yield rows.map((row) => ({
      at: row.at,
      person: row.taxpayer_id ?? row.conversation_id,
      audiences: JSON.parse(row.audiences) as Audience[],
      industry: row.industry,
      officeId: row.office_id,
      question: row.question,
      origin: row.origin,
      decision: row.decision,
      articleId: row.article_id,
      topicId: row.topic_id,
    }))
  }
}

function* chunks<T>(values: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < values.length; start += size) yield values.slice(start, start + size)
}
