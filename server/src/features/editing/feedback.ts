// What taxpayers made of an article's answers: how often it was given, and the votes on it. Kept by others; the desk shows it.
import type { VoteReason } from '@zhengna/contract/domain/vote.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import type { Reader } from '../../platform/database/database.ts'

export interface ArticleUsage {
  /** Direct answers. */
  readonly calls: number
  /** 无用 votes on them. */
  readonly disliked: number
}

export interface ArticleVotes {
  useful: number
  /** Newest first. */
  useless: { reason: VoteReason; remark: string; at: number; version: number }[]
}

export interface Feedback {
  /** Of these articles since a moment; an article without any may be left out. */
  usage(db: Reader, articleIds: readonly ArticleId[], since: number): Promise<ReadonlyMap<ArticleId, ArticleUsage>>
  votes(db: Reader, articleId: ArticleId): Promise<ArticleVotes>
}
