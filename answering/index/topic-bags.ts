// What each topic's articles say, taken together: an article is likelier when its neighbours fit the query too.
import type { Rows } from './rows.ts'
import { RowBuilder } from './rows.ts'

/** As many articles' worth of a term make a topic half sure of it. */
const SATURATION = 1.5

export type TopicBags = { readonly topicOf: Uint32Array; readonly terms: Rows; readonly share: Float32Array }

/** `topicIds` by article; topics are numbered in the order they are first met. */
export function bagTopics(topicIds: readonly string[], bagTerms: Rows, bagShare: Float32Array): TopicBags {
  const numberOf = new Map<string, number>()
  const topicOf = Uint32Array.from(topicIds, (id) => {
    if (!numberOf.has(id)) numberOf.set(id, numberOf.size)
    return numberOf.get(id)!
  })
  const masses = Array.from(numberOf, () => new Map<number, number>())
  for (let article = 0; article < topicOf.length; article++) {
    const mass = masses[topicOf[article]!]!
    for (let i = bagTerms.starts[article]!; i < bagTerms.starts[article + 1]!; i++) {
      const term = bagTerms.values[i]!
      mass.set(term, (mass.get(term) ?? 0) + bagShare[i]!)
    }
  }
  const rows = new RowBuilder()
  const share: number[] = []
  for (const mass of masses) {
    const terms = Uint32Array.from(mass.keys()).sort()
    rows.push(terms)
    for (const term of terms) share.push(mass.get(term)! / (mass.get(term)! + SATURATION))
  }
  return { topicOf, terms: rows.finish(), share: Float32Array.from(share) }
}
