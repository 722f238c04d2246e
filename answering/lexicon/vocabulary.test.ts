import { expect, it } from 'vitest'
import { normalise } from '../text/normalise.ts'
import { readLexicon } from '../testing/lexicon.ts'
import { buildVocabulary } from './vocabulary.ts'

const vocabulary = buildVocabulary(readLexicon())
const { concepts } = vocabulary.lexicon

const idsIn = (text: string): string[] => vocabulary.find(text).map((concept) => concepts[concept]!.id)

it('the longest name wins', () => {
  expect(idsIn('企业所得税')).toEqual(['cit'])
  expect(idsIn('小规模纳税人')).toEqual(['small-scale'])
})

it('a name of two ideas means both', () => {
  expect(idsIn('买房')).toEqual(['house', 'buy'])
})

it('what no name covers is left, piece by piece', () => {
  expect(vocabulary.between('小规模纳税人开专票要盖公章')).toEqual(['要盖'])
  expect(vocabulary.between('滞留票处理')).toEqual(['滞留', '处理'])
  expect(vocabulary.between('')).toEqual([])
})

it('official and colloquial names are one concept', () => {
  expect(idsIn('车购税')).toEqual(idsIn('车辆购置税'))
  expect(idsIn('冲红')).toEqual(idsIn('红冲'))
})

it('every name is written the way texts are normalised, or it could never be found', () => {
  const unfindable = concepts.flatMap((concept) => concept.names).filter((surface) => normalise(surface) !== surface)
  expect(unfindable).toEqual([])
})

it('concept ids are unique', () => {
  expect(new Set(concepts.map((concept) => concept.id)).size).toBe(concepts.length)
})

it('a facet’s values are concepts, and each concept answers one facet at most', () => {
  const values = vocabulary.lexicon.facets.flatMap((facet) => facet.values)
  expect(values.filter((value) => !concepts.some(({ id }) => id === value))).toEqual([])
  expect(new Set(values).size).toBe(values.length)
})
