// What the knowledge base asks of recall: those who were given an answer hear when it changes.
import type { ArticleId } from '@zhengna/contract/ids.ts'
import type { AfterCommit, Reader, Writer } from '../../platform/database/database.ts'

export interface Recipients {
  readonly taxpayers: number
  readonly byBot: number
  readonly byAgents: number
  /** The window's first day, Beijing. */
  readonly since: string
}

export interface Correction {
  readonly articleId: ArticleId
  /** The new one, or the withdrawn one. */
  readonly version: number
  readonly question: string
  readonly changeNote: string
  /** It no longer applies, and nothing takes its place. */
  readonly wasWithdrawn: boolean
}

export interface Recall {
  /** Who was given an answer of this article in the recall window. */
  count(db: Reader, articleId: ArticleId, now: number): Promise<Recipients>
  /** Inside the publishing transaction; returns how many taxpayers are told. Telling twice about one version tells nobody twice. */
  tell(trx: Writer, after: AfterCommit, correction: Correction, now: number): Promise<number>
}
