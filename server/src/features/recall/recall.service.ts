// 答复召回: everyone who was given an answer that later changes in substance is told, whoever gave it.
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { dayInBeijing } from '../../platform/clock.ts'
import type { AfterCommit, Reader, Writer } from '../../platform/database/database.ts'
import type { Notices } from '../notices/index.ts'
import { announcementOf, type Correction } from './correction.ts'
import { countGiven, whoWasGiven, type Given } from './recall.store.ts'

export interface Recall {
  /** Who was given an answer of this article in the recall window, which begins with the day `since` (YYYY-MM-DD, Beijing). */
  count(db: Reader, articleId: ArticleId, now: number): Promise<Given & { readonly since: string }>
  /**
   * Tells everybody who was given an earlier version that it changed, or that it no longer applies. Runs inside the
   * publishing transaction; pushes after it. Returns how many were told: telling twice about the same version tells nobody twice.
   */
  tell(trx: Writer, after: AfterCommit, correction: Correction, now: number): Promise<number>
}

export interface RecallParts {
  readonly notices: Pick<Notices, 'tell'>
  readonly recallDays: () => number
}

const DAY_MS = 86_400_000

export function createRecall({ notices, recallDays }: RecallParts): Recall {
  /** Whole days, so that the day that is shown is the day that is meant. */
  const windowAt = (now: number): { since: string; sinceMs: number } => {
    const since = dayInBeijing(now - recallDays() * DAY_MS)
    return { since, sinceMs: Date.parse(`${since}T00:00:00+08:00`) }
  }
  return {
    async count(db, articleId, now) {
      const { since, sinceMs } = windowAt(now)
      return { ...(await countGiven(db, articleId, sinceMs)), since }
    },
    async tell(trx, after, correction, now) {
      const upToVersion = correction.wasWithdrawn ? correction.version : correction.version - 1
      const people = await whoWasGiven(trx, correction.articleId, upToVersion, windowAt(now).sinceMs)
      return notices.tell(trx, after, people, announcementOf(correction), now)
    },
  }
}
