// Which concepts are shown: of a role, with a text in one of their names. Pure.
import type { Concept, ConceptRole } from '@zhengna/contract/domain/lexicon.ts'

export interface ConceptWish {
  readonly role: ConceptRole | 'all'
  readonly text: string
}

/** Those with a name that begins with the text come first: 税 is in nearly everything. */
export function filterConcepts(concepts: readonly Concept[], { role, text }: ConceptWish): readonly Concept[] {
  const sought = text.trim().toLowerCase()
  const ofRole = concepts.filter((concept) => role === 'all' || concept.role === role)
  if (sought === '') return ofRole
  const found = ofRole.filter(({ names }) => names.some((name) => name.includes(sought)))
  const begins = (concept: Concept): boolean => concept.names.some((name) => name.startsWith(sought))
  return [...found.filter(begins), ...found.filter((concept) => !begins(concept))]
}

/** Names with the sought text first, so that it is seen why a concept was found; the official one stays in front. */
export function namesToShow({ names }: Concept, text: string): readonly string[] {
  const sought = text.trim().toLowerCase()
  const [official, ...others] = names
  if (sought === '' || official === undefined) return names
  const hits = others.filter((name) => name.includes(sought))
  return [official, ...hits, ...others.filter((name) => !hits.includes(name))]
}
