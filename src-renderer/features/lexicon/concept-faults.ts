// What can be told to be wrong with a concept before it is sent; the rest the server judges. Pure: a text's key and what fills it in.
import type { Concept, ConceptRole } from '@zhengna/contract/domain/lexicon.ts'
import { limits } from '@zhengna/contract/limits.ts'

export interface Fault {
  readonly text: 'noNames' | 'tooMany' | 'tooLong' | 'idWrong' | 'idTaken' | 'noKinds'
  readonly named: Readonly<Record<string, string | number>>
}

export interface ConceptDraft {
  readonly id: string
  readonly role: ConceptRole
  readonly names: readonly string[]
}

const ID = /^[a-z0-9][a-z0-9-]{0,62}$/

export function longNameFault(names: readonly string[]): Fault | null {
  const max = limits.conceptNameMaxLength
  const name = names.find(({ length }) => length > max)
  return name === undefined ? null : { text: 'tooLong', named: { max, name } }
}

/** `isNew`: its id must be nobody's, or it would replace what is there. */
export function conceptFault({ id, role, names }: ConceptDraft, concepts: readonly Concept[], isNew: boolean): Fault | null {
  if (isNew && id === '' && role === 'asking') return { text: 'noKinds', named: {} }
  if (isNew && !ID.test(id)) return { text: 'idWrong', named: {} }
  const taken = isNew ? concepts.find((concept) => concept.id === id) : undefined
  if (taken) return { text: 'idTaken', named: { name: taken.names[0] ?? '' } }
  if (names.length === 0) return { text: 'noNames', named: {} }
  const over = names.length - limits.conceptNamesMax
  return over > 0 ? { text: 'tooMany', named: { max: limits.conceptNamesMax, over } } : longNameFault(names)
}
