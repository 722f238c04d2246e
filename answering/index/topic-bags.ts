// What each topic's articles say, taken together: an article is likelier when its neighbours fit the query too.
import type { TopicId } from '@zhengna/contract/ids.ts'
import { RowBuilder, type Rows } from './rows.ts'

/** As many articles' worth of a term make a topic half sure of it. */
const SATURATION = 1.5

/** What is 1 in the numbers beside a topic's terms: whole ones take half the room. */
export const TOPIC_ONE = 65_535

/** Beside `terms`, in parts of `TOPIC_ONE`: how surely a topic is about a term; in which part of its articles' variants it is. */
export type TopicBags = {
  /** By article: its topic's number; by that: which topic it is. */
  readonly topicOf: Uint32Array
  readonly ids: readonly TopicId[]
  readonly terms: Rows
  readonly share: Uint16Array
  readonly frequency: Uint16Array
}

/** `topicIds` by article; topics are numbered in the order they are first met. */
export function bagTopics(topicIds: readonly TopicId[], bagTerms: Rows, bagShare: Float32Array, bagFrequency: Float32Array): TopicBags {
  const numberOf = new Map<TopicId, number>()
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
      share.push(Math.round((TOPIC_ONE * mass.get(term)!) / (mass.get(term)! + SATURATION)))
      frequency.push(Math.round((TOPIC_ONE * counts[topic]!.get(term)!) / sizes[topic]!))
    }
  }
  return {
    topicOf,
    ids: [...numberOf.keys()],
    terms: rows.finish(),
    share: Uint16Array.from(share),
    frequency: Uint16Array.from(frequency),
  }
}
