import type { Ranking } from '../ranking/rank.ts'
import { rivals } from '../ranking/confidence.ts'
import { coverOfVague, rivalsOfVague, thresholds } from './thresholds.ts'

/** What to do with a tax question, from probabilities alone. */
export function decide(ranking: Ranking): 'answer' | 'clarify' | 'related' | 'none' {
  const first = ranking.ranked[0]
  if (first === undefined) return 'none'
  if (ranking.top >= thresholds.answer) return 'answer'
  if (ranking.inDomain < thresholds.offer) return 'none'
  return first.features[2]! >= coverOfVague && rivals(ranking.ranked) >= rivalsOfVague ? 'clarify' : 'related'
}
