import { expect, it } from 'vitest'
import { normalise } from '../text/normalise.ts'
import { concepts, findConcepts } from './lexicon.ts'

const idsIn = (text: string): string[] => findConcepts(text).map((concept) => concepts[concept]!.id)

it('the longest name wins', () => {
  expect(idsIn('企业所得税')).toEqual(['cit'])
  expect(idsIn('小规模纳税人')).toEqual(['small-scale'])
})

it('a name of two ideas means both', () => {
  expect(idsIn('买房')).toEqual(['house', 'buy'])
})

it('official and colloquial names are one concept', () => {
  expect(idsIn('车购税')).toEqual(idsIn('车辆购置税'))
  expect(idsIn('冲红')).toEqual(idsIn('红冲'))
})

it('every name is written the way texts are normalised, or it could never be found', () => {
  const unfindable = concepts.flatMap((concept) => concept.surfaces).filter((surface) => normalise(surface) !== surface)
  expect(unfindable).toEqual([])
})

it('concept ids are unique', () => {
  expect(new Set(concepts.map((concept) => concept.id)).size).toBe(concepts.length)
})
