// All concepts, and the walk that finds them in a normalised text.
import { PhraseTrie } from '../text/phrase-trie.ts'
import { asking } from './asking.ts'
import type { Concept, ConceptRole } from './concept.ts'
import { matters } from './matters.ts'
import { persons } from './persons.ts'
import { subjects } from './subjects.ts'

export const concepts: readonly Concept[] = [...subjects, ...matters, ...persons, ...asking]

const trie = new PhraseTrie()
for (const [index, concept] of concepts.entries()) for (const surface of concept.surfaces) trie.add(surface, index)

export const roleOf = (concept: number): ConceptRole => concepts[concept]!.role

/** Indexes into `concepts`, in the order of the text, longest name first (小规模纳税人 is not also 小规模); repeats kept. */
export function findConcepts(text: string, found: number[] = []): number[] {
  for (let i = 0; i < text.length; ) {
    const length = trie.longestAt(text, i)
    if (length > 0) found.push(trie.value)
    i += Math.max(length, 1)
  }
  return found
}
