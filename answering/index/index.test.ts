import { expect, it } from 'vitest'
import { buildArticle } from '../testing/article-builder.ts'
import { readLexicon } from '../testing/lexicon.ts'
import { buildVocabulary } from '../lexicon/vocabulary.ts'
import { buildIndex } from './knowledge-index.ts'
import { invert, placesInRow, RowBuilder } from './rows.ts'
import { TermTable } from './term-table.ts'
import { addTerms, channelOf, channels } from './terms.ts'

const vocabulary = buildVocabulary(readLexicon())

it('a term table numbers keys in the order they come, also past its first size', () => {
  const table = new TermTable()
  const keys = Array.from({ length: 10_000 }, (_, i) => i * 2 ** 21 + 7)
  expect(keys.map((key) => table.add(key))).toEqual(keys.map((_, i) => i))
  expect(keys.map((key) => table.find(key))).toEqual(keys.map((_, i) => i))
  expect(table.find(5)).toBe(-1)
})

it('the inverse of rows lists the rows that have a value', () => {
  const builder = new RowBuilder()
  builder.push([0, 2])
  builder.push([])
  builder.push([1, 2])
  const inverse = invert(builder.finish(), 3)
  expect([...inverse.values]).toEqual([0, 2, 0, 2])
  expect([...inverse.starts]).toEqual([0, 1, 2, 4])
  const places = new Int32Array(3)
  placesInRow(inverse, 2, Uint32Array.of(0, 1, 2), places)
  expect([...places]).toEqual([2, -1, 3])
})

it('a text has terms in every channel', () => {
  const keys: number[] = []
  addTerms(vocabulary, '契税3 app', keys)
  expect(new Set(keys.map(channelOf))).toEqual(new Set(Object.values(channels)))
})

it('rare terms weigh more than common ones', () => {
  const articles = ['契税怎么交', '车船税怎么交', '印花税怎么交'].map((question, i) => buildArticle({ id: `a${String(i)}`, question }))
  const index = buildIndex(articles, vocabulary)
  const weightOf = (text: string): number => {
    const keys: number[] = []
    addTerms(vocabulary, text, keys)
    return index.weight[index.terms.find(keys[0]!)]!
  }
  expect(weightOf('契')).toBeGreaterThan(weightOf('交'))
})

it('an empty knowledge base can be indexed', () => {
  expect(buildIndex([], vocabulary).texts.count).toBe(0)
})
