// Reads the seeded lexicon: one YAML file a role of concept, and facets, anchors and other offices (server/seed/lexicon/README.md).
// A mistake stops the start, as in the articles.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Compile } from 'typebox/compile'
import { parse } from 'yaml'
import { Lexicon, type ConceptRole, type Lexicon as LexiconType } from '@zhengna/contract/domain/lexicon.ts'

const fileOf: Record<ConceptRole, string> = { subject: 'subjects', matter: 'matters', person: 'persons', asking: 'asking' }
const isLexicon = Compile(Lexicon)

export function readSeededLexicon(folder: string): LexiconType {
  const read = (name: string): unknown => parse(readFileSync(join(folder, `${name}.yaml`), 'utf8'))
  const concepts = Object.entries(fileOf).flatMap(([role, file]) =>
    Object.entries(read(file) as Record<string, unknown[]>).map(([id, names]) => ({ id, role, names: names.map(String) })),
  )
  const lexicon = {
    concepts,
    facets: read('facets'),
    anchors: read('anchors'),
    elsewhere: read('elsewhere'),
    vague: read('vague'),
    dialect: read('dialect'),
  }
  if (!isLexicon.Check(lexicon)) {
    const [first] = isLexicon.Errors(lexicon)
    throw new Error(`The lexicon in ${folder}: ${first?.instancePath ?? ''} ${first?.message ?? 'is not valid'}`)
  }
  return lexicon
}
