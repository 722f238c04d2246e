// A question as the vector that the index would give it, with the terms that the index does not know: what the knowledge base
// lacks is exactly what such questions are about.
import type { KnowledgeIndex } from '../index/knowledge-index.ts'
import { channelOf, channels, valueOf } from '../index/terms.ts'
import { keysOf, wordingOf } from '../index/wording.ts'

/**
 * How much a channel counts beside what it counts in ranking (in the order of `channels`): what a question is about (its concepts)
 * decides whether two mean the same, its wording little, single characters nothing.
 */
const CHANNEL_SHARE = [0, 0.3, 2, 0.3, 1] as const
/** 怎么, 多少: the same thing is asked about in several ways. */
const ASKING_SHARE = 0.2

export interface Meaning {
  /** Keys of its terms, ascending. */
  readonly keys: Float64Array
  /** Beside them; the vector's length is 1, or 0 for a text that says nothing. */
  readonly weights: Float32Array
}

export function meaningOf(index: KnowledgeIndex, raw: string): Meaning {
  const { vocabulary } = index
  const found = [...keysOf(index, wordingOf(vocabulary, raw))]
  const keys = Float64Array.from(found.filter((key) => shareOf(index, key) > 0)).sort()
  const weights = Float32Array.from(keys, (key) => {
    const term = index.terms.find(key)
    return (term >= 0 ? index.weight[term]! : index.unknownWeight[channelOf(key)]!) * shareOf(index, key)
  })
  const length = Math.hypot(...weights)
  return { keys, weights: length > 0 ? weights.map((weight) => weight / length) : weights }
}

function shareOf({ vocabulary }: KnowledgeIndex, key: number): number {
  const channel = channelOf(key)
  const isAsking = channel === channels.concept && vocabulary.roleOf(valueOf(key)) === 'asking'
  return CHANNEL_SHARE[channel] * (isAsking ? ASKING_SHARE : 1)
}
