// What each topic's articles say, taken together: an article is likelier when its neighbours fit the query too.
import type { Rows } from './rows.ts'
import { RowBuilder } from './rows.ts'

/** As many articles' worth of a term make a topic half sure of it. */
const SATURATION = 1.5

/** `share`: how surely a topic is about a term, 0…1; `frequency`: in which part of its articles' variants it is, 0…1. Both beside `terms`. */
export type TopicBags = {
  readonly topicOf: Uint32Array
  readonly terms: Rows
  readonly share: Float32Array
  readonly frequency: Float32Array
}

/** `topicIds` by article; topics are numbered in the order they are first met. */
export function bagTopics(topicIds: readonly string[], bagTerms: Rows, bagShare: Float32Array, bagFrequency: Float32Array): TopicBags {
  const numberOf = new Map<string, number>()
  const topicOf = Uint32Array.from(topicIds, (id) => {
    if (!numberOf.has(id)) numberOf.set(id, numberOf.size)
    return numberOf.get(id)!
  })
  const masses = Array.from(numberOf, () => new Map<number, number>())
  const counts = Array.from(numberOf, () => new Map<number, number>())
  const sizes = new Uint32Array(numberOf.size)
  for (let article = 0; article < topicOf.length; article++) {
    const mass = masses[topicOf[article]!]!
    const count = counts[topicOf[article]!]!
    sizes[topicOf[article]!]!++
    for (let i = bagTerms.starts[article]!; i < bagTerms.starts[article + 1]!; i++) {
      const term = bagTerms.values[i]!
      mass.set(term, (mass.get(term) ?? 0) + bagShare[i]!)
      count.set(term, (count.get(term) ?? 0) + bagFrequency[i]!)
    }
  }
  const rows = new RowBuilder()
  const share: number[] = []
  const frequency: number[] = []
  for (const [topic, mass] of masses.entries()) {
    const terms = Uint32Array.from(mass.keys()).sort()
    rows.push(terms)
    for (const term of terms) {
      share.push(mass.get(term)! / (mass.get(term)! + SATURATION))
      frequency.push(counts[topic]!.get(term)! / sizes[topic]!)
    }
  }
  return { topicOf, terms: rows.finish(), share: Float32Array.from(share), frequency: Float32Array.from(frequency) }
}
