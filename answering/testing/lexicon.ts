// Reads the seeded lexicon from its YAML files, for tests and calibration only: the engine itself does no I/O.
import { readFileSync } from 'node:fs'
import type { Concept, ConceptRole, Facet, Lexicon, OtherOffice } from '@zhengna/contract/domain/lexicon.ts'
import { parse } from 'yaml'

const folder = new URL('../../server/seed/lexicon/', import.meta.url)
const read = (name: string): unknown => parse(readFileSync(new URL(`${name}.yaml`, folder), 'utf8'))

export function readLexicon(): Lexicon {
  return {
    concepts: [
      ...readConcepts('subject', 'subjects'),
      ...readConcepts('matter', 'matters'),
      ...readConcepts('person', 'persons'),
      ...readConcepts('asking', 'asking'),
    ],
    facets: read('facets') as Facet[],
    anchors: read('anchors') as string[],
    elsewhere: read('elsewhere') as OtherOffice[],
    vague: read('vague') as string[],
    dialect: read('dialect') as Record<string, string>,
  }
}

function readConcepts(role: ConceptRole, name: string): Concept[] {
  return Object.entries(read(name) as Record<string, unknown[]>).map(([id, names]) => ({ id, role, names: names.map(String) }) as Concept)
}
