// The articles whose questions mean about the same, by the vectors of an embedding model.
import type { ArticleId } from '@zhengna/contract/ids.ts'
import type { Nearness } from '../ranking/nearness.ts'

/** All its ways of asking, as vectors of length 1. */
export interface Embedded {
  readonly articleId: ArticleId
  readonly vectors: readonly Float32Array[]
}

/** The `limit` nearest articles with the cosine of their nearest way of asking, nearest first. Takes a pass over all vectors. */
export function nearest(question: Float32Array, articles: readonly Embedded[], limit: number): Nearness {
  const cosines = articles.map(({ articleId, vectors }) => {
    let best = -1
    for (const vector of vectors) best = Math.max(best, dot(question, vector))
    return [articleId, best] as const
  })
  return new Map(cosines.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, limit))
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
