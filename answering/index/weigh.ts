import type { Rows } from './rows.ts'
import { channelCount } from './terms.ts'

/** How much a shared term of a channel says, beside its rarity. In the order of `channels`: character, pair, concept, sound, word. */
const CHANNEL_WEIGHT = Float32Array.of(0.35, 1, 1.2, 0.45, 0.6)

/** ln of one in how many articles has a term that `count` of `total` articles have. */
const rarity = (count: number, total: number): number => Math.log(1 + (total - count + 0.5) / (count + 0.5))

/** By term: its rarity among the articles' bags, times its channel's weight. A bag's share counts as part of an article. */
export function weighTerms(channelOfTerm: Uint8Array, bagTerms: Rows, bagShare: Float32Array): Float32Array {
  const total = bagTerms.starts.length - 1
  const weights = new Float32Array(channelOfTerm.length)
  for (let i = 0; i < bagTerms.values.length; i++) weights[bagTerms.values[i]!]! += bagShare[i]!
  for (let term = 0; term < weights.length; term++) {
    weights[term] = rarity(Math.min(weights[term]!, total), total) * CHANNEL_WEIGHT[channelOfTerm[term]!]!
  }
  return weights
}

/** By channel: the weight of a term that no article has. */
export function weighUnknown(articleCount: number): Float32Array {
  return Float32Array.from({ length: channelCount }, (_, channel) => rarity(0, articleCount) * CHANNEL_WEIGHT[channel]!)
}

/** By row: 1 / the length of its vector of weights × √frequency (beside each entry; 1 where not given); 0 for an empty row. */
export function inverseNorms(rows: Rows, weights: Float32Array, frequencies?: Float32Array): Float32Array {
  const norms = new Float32Array(rows.starts.length - 1)
  for (let row = 0; row < norms.length; row++) {
    let sum = 0
    for (let i = rows.starts[row]!; i < rows.starts[row + 1]!; i++) sum += weights[rows.values[i]!]! ** 2 * (frequencies?.[i] ?? 1)
    norms[row] = sum > 0 ? 1 / Math.sqrt(sum) : 0
  }
  return norms
}
