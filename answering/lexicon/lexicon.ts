// All concepts, and the walk that finds them in a normalised text.
import { PhraseTrie } from '../text/phrase-trie.ts'
import { asking } from './asking.ts'
import type { Concept, ConceptRole } from './concept.ts'
import { matters } from './matters.ts'
import { persons } from './persons.ts'
import { subjects } from './subjects.ts'

export const concepts: readonly Concept[] = [...subjects, ...matters, ...persons, ...asking]

// A name can mean two things at once: 买房 is buying and a home.
const meanings: number[][] = []
const trie = new PhraseTrie()
const meaningOf = new Map<string, number>()
for (const [index, concept] of concepts.entries()) {
  for (const surface of concept.surfaces) {
    const known = meaningOf.get(surface)
    if (known !== undefined) meanings[known]!.push(index)
    else {
      meaningOf.set(surface, meanings.length)
      trie.add(surface, meanings.length)
      meanings.push([index])
    }
  }
}

export const roleOf = (concept: number): ConceptRole => concepts[concept]!.role

/** Indexes into `concepts`, in the order of the text, longest name first (小规模纳税人 is not also 小规模); repeats kept. */
export function findConcepts(text: string, found: number[] = []): number[] {
  for (let i = 0; i < text.length;) {
    const length = trie.longestAt(text, i)
    if (length > 0) found.push(...meanings[trie.value]!)
    i += Math.max(length, 1)
  }
  return found
}
