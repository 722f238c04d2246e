// The optional embedding channel: what a model of language finds near in meaning joins the ranking where one is configured.
import type { ArticleId } from '@zhengna/contract/ids.ts'

/** The articles nearest to a question with their cosines, −1…1. Those that are not in it are farther than those that are. */
export type Nearness = ReadonlyMap<ArticleId, number>

/** So many of the nearest are candidates even where no word of theirs is in the question. */
export const NEAREST_CANDIDATES = 5
/** What a deviation more than the candidates' mean adds to a score; a word-for-word match stays the stronger sign. */
const WEIGHT = 1
const DEVIATIONS_MAX = 2.5

/**
 * What nearness adds to each candidate's score, in their order. Models differ in what a cosine of 0.6 means: only how a candidate
 * stands out among the others counts.
 */
export function nearnessBonuses(candidates: readonly ArticleId[], nearness: Nearness): number[] {
  const farthest = Math.min(...nearness.values())
  const cosines = candidates.map((id) => nearness.get(id) ?? farthest)
  const mean = cosines.reduce((sum, cosine) => sum + cosine, 0) / cosines.length
  const deviation = Math.sqrt(cosines.reduce((sum, cosine) => sum + (cosine - mean) ** 2, 0) / cosines.length)
  if (!(deviation > 0)) return cosines.map(() => 0)
  return cosines.map((cosine) => WEIGHT * Math.max(-DEVIATIONS_MAX, Math.min(DEVIATIONS_MAX, (cosine - mean) / deviation)))
}
