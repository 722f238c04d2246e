// Recall that writes down whom it would have told: two taxpayers were given every answer.
import type { ArticleId } from '@zhengna/contract/ids.ts'
import type { Recall } from '../../server/src/features/knowledge/index.ts'

export type Correction = Parameters<Recall['tell']>[2]

export interface FakeRecall extends Recall {
  /** In order; what its transaction undid is not here. */
  readonly told: readonly Correction[]
  /** To be replaced by one that fails. */
  tell: Recall['tell']
}

export const RECIPIENTS = 2

export function createFakeRecall(): FakeRecall {
  const told: Correction[] = []
  const known = new Set<string>()
  const keyOf = ({ articleId, version }: { articleId: ArticleId; version: number }): string => `${articleId}@${String(version)}`
  return {
    told,
    count: () => Promise.resolve({ taxpayers: RECIPIENTS, byBot: 2, byAgents: 1, since: '2026-01-01' }),
    tell(_trx, after, correction) {
      if (known.has(keyOf(correction))) return Promise.resolve(0)
      after(() => {
        known.add(keyOf(correction))
        told.push(correction)
      })
      return Promise.resolve(RECIPIENTS)
    },
  }
}
