import { Type } from 'typebox'
import { Concept, Lexicon, OtherOffice } from '../domain/lexicon.ts'
import { ConceptId } from '../ids.ts'
import { defineRoute } from './route.ts'

const access = ['editor'] as const
const tag = 'editing'

export const getLexicon = defineRoute({
  method: 'GET',
  path: '/api/knowledge/lexicon',
  access,
  tag,
  summary: 'The concept lexicon, and per concept how many published articles name it.',
  reply: Type.Object({ lexicon: Lexicon, uses: Type.Record(Type.String(), Type.Integer()) }),
})

export const saveConcept = defineRoute({
  method: 'PUT',
  path: '/api/knowledge/lexicon/concepts/:conceptId',
  access,
  tag,
  summary:
    'Makes a concept or replaces its names; names are kept as the engine reads them. `clashes` lists names that another concept has too. Errors: CONCEPT_INVALID.',
  params: Type.Object({ conceptId: ConceptId }),
  body: Type.Object({ role: Concept.properties.role, names: Concept.properties.names }),
  reply: Type.Object({ concept: Concept, clashes: Type.Array(Type.Object({ name: Type.String(), conceptId: ConceptId })) }),
})

export const removeConcept = defineRoute({
  method: 'DELETE',
  path: '/api/knowledge/lexicon/concepts/:conceptId',
  access,
  tag,
  summary: 'Removes a concept that no facet needs. Errors: CONCEPT_NOT_FOUND, CONCEPT_INVALID.',
  params: Type.Object({ conceptId: ConceptId }),
  reply: Type.Object({}),
})

export const saveOtherOffices = defineRoute({
  method: 'PUT',
  path: '/api/knowledge/lexicon/elsewhere',
  access,
  tag,
  summary: 'Replaces what other offices handle.',
  body: Type.Object({ elsewhere: Type.Array(OtherOffice, { maxItems: 100 }) }),
  reply: Type.Object({ elsewhere: Type.Array(OtherOffice) }),
})
