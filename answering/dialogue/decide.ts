import type { Ranking } from '../ranking/rank.ts'
import { thresholds } from './thresholds.ts'

/** What to do with a tax question, from probabilities alone. */
export function decide(ranking: Ranking): 'answer' | 'clarify' | 'related' | 'none' {
  if (ranking.top >= thresholds.answer) return 'answer'
  if (ranking.vague >= thresholds.vague) return 'clarify'
  return ranking.inDomain >= thresholds.offer ? 'related' : 'none'
}
