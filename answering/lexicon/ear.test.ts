import { expect, it } from 'vitest'
import { readLexicon } from '../testing/lexicon.ts'
import { buildEar } from './ear.ts'

const { concepts } = readLexicon()
const hear = buildEar(concepts)

const idsIn = (text: string, usual: string[] = []): string[] =>
  hear(text).flatMap(({ concept, pair }) => (pair !== null && usual.includes(pair) ? [] : concepts[concept]!.id))

it('a mistyped name is heard', () => {
  expect(idsIn('发票红充')).toContain('red-invoice')
  expect(idsIn('企业所的税')).toContain('cit')
})

it('pinyin letters are heard, in one word or several', () => {
  expect(idsIn('qishui')).toContain('deed-tax')
  expect(idsIn('geti hu')).toContain('individual-business')
})

it('two characters that people do write so are taken at their word', () => {
  expect(idsIn('待开', ['待开'])).toEqual([])
  expect(idsIn('待开')).toEqual(['invoice-on-behalf'])
})
