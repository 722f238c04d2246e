import type { Ranking } from '../ranking/rank.ts'
import { thresholds } from './thresholds.ts'

/** What to do with a tax question, from probabilities alone. */
export function decide(ranking: Ranking): 'answer' | 'clarify' | 'related' | 'none' {
  if (ranking.top >= thresholds.answer) return 'answer'
  if (ranking.inDomain < thresholds.offer) return 'none'
  return ranking.vague >= thresholds.vague ? 'clarify' : 'related'
}
