// The ledger, read back.
import type { ArticleId, PersonId } from '@zhengna/contract/ids.ts'
import type { Reader } from '../../platform/database/database.ts'

export interface Given {
  readonly taxpayers: number
  readonly byBot: number
  readonly byAgents: number
}

/** Of any version, since that moment. A taxpayer who had it from both counts in both. */
export async function countGiven(db: Reader, articleId: ArticleId, sinceMs: number): Promise<Given> {
  const { taxpayers, byBot, byAgents } = await db
    .selectFrom('given_answers')
    .select((eb) => [
      eb.fn.count<number | string>('taxpayer_id').distinct().as('taxpayers'),
      eb.fn.count<number | string>('taxpayer_id').distinct().filterWhere('agent_id', 'is', null).as('byBot'),
      eb.fn.count<number | string>('taxpayer_id').distinct().filterWhere('agent_id', 'is not', null).as('byAgents'),
    ])
    .where('article_id', '=', articleId)
    .where('at', '>=', sinceMs)
    .executeTakeFirstOrThrow()
  return { taxpayers: Number(taxpayers), byBot: Number(byBot), byAgents: Number(byAgents) }
}

/** Everybody who was given a version up to this one, since that moment. */
export async function whoWasGiven(db: Reader, articleId: ArticleId, upToVersion: number, sinceMs: number): Promise<PersonId[]> {
  const rows = await db
    .selectFrom('given_answers')
    .select('taxpayer_id')
    .distinct()
    .where('article_id', '=', articleId)
    .where('version', '<=', upToVersion)
    .where('at', '>=', sinceMs)
    .execute()
  return rows.map(({ taxpayer_id }) => taxpayer_id)
}
