// A group of failed questions as editors see it.
import { nearestToAll } from '@zhengna/answering/clustering/groups.ts'
import type { Meaning } from '@zhengna/answering/clustering/meaning.ts'
import type { Gap } from '@zhengna/contract/domain/gap.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import type { GroupedFailure } from '../records/index.ts'
import type { GapRow } from './gaps.store.ts'

const SHOWN_QUESTIONS_MAX = 20
/** Newest ones, among which the one that stands for all is looked for. */
const COMPARED_QUESTIONS_MAX = 20

/** `failures`: of this gap, newest first, at least one. */
export function toGap(row: GapRow, failures: readonly GroupedFailure[], meaningOf: (question: string) => Meaning): Gap {
  const disliked = failures.filter(({ failure }) => failure === 'disliked')
  return {
    id: row.id,
    question: standingForAll(failures, meaningOf),
    count: failures.length,
    people: new Set(failures.map(({ person }) => person)).size,
    disliked: disliked.length,
    lastAt: Math.max(...failures.map(({ at }) => at)),
    state: row.state,
    articleId: row.article_id ?? mostFrequent(disliked.flatMap(({ articleId }) => articleId ?? [])),
    questions: failures.slice(0, SHOWN_QUESTIONS_MAX).map(({ messageId, question, at, failure, reason, remark }) => ({
      messageId,
      text: question,
      at,
      kind: failure,
      reason,
      remark,
    })),
  }
}

export function standingForAll(failures: readonly GroupedFailure[], meaningOf: (question: string) => Meaning): string {
  const compared = failures.slice(0, COMPARED_QUESTIONS_MAX).map(({ question }) => question)
  return compared[nearestToAll(compared.map(meaningOf))] ?? ''
}

function mostFrequent(ids: readonly ArticleId[]): ArticleId | null {
  const counts = new Map<ArticleId, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null
}
