import type { Ranking } from '../ranking/rank.ts'
import { thresholds } from './thresholds.ts'

/** What to do with a tax question, from probabilities alone. */
export function decide({ top, vague, inDomain }: Ranking): 'answer' | 'clarify' | 'related' | 'none' {
  const isDoubtful = vague >= thresholds.doubtful && top < thresholds.beyondDoubt
  if (top >= thresholds.answer && !isDoubtful) return 'answer'
  if (vague >= thresholds.vague) return 'clarify'
  return inDomain >= thresholds.offer ? 'related' : 'none'
}
