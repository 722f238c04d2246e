import { expect, it } from 'vitest'
import { buildIndex } from '../index/knowledge-index.ts'
import { buildVocabulary } from '../lexicon/vocabulary.ts'
import { buildArticle } from '../testing/article-builder.ts'
import { readLexicon } from '../testing/lexicon.ts'
import { readQuery } from './query.ts'
import { Recall, type Recalled } from './recall.ts'

const taxes = ['契税', '车船税', '印花税', '资源税', '房产税', '环境保护税', '土地增值税', '耕地占用税', '城镇土地使用税', '烟叶税']
const asked = ['怎么申报', '什么时候交', '税率是多少', '可以减免吗', '逾期了怎么办', '在哪里缴纳']
const index = buildIndex(
  taxes.flatMap((tax) =>
    asked.map((what) => buildArticle({ id: `${tax}${what}`, question: `${tax}${what}`, similar: [`${tax}到底${what}`] })),
  ),
  buildVocabulary(readLexicon()),
)
const recall = new Recall(index)
const everything = { postingsMax: 10_000 }
const pick = ({ cover, masses }: Recalled) => ({ cover, masses })
const named = (article: number): string => index.articles.at(article).question

it.each(['契税怎么申报', '烟叶税逾期了怎么办', '土地增值税可以减免吗'])(
  'what a budget of postings left out is added up exactly for the few: %s',
  (text) => {
    const query = readQuery(index, text)
    const whole = recall.recall(query, 10, () => true, everything)
    const few = recall.recall(query, 10, () => true, { postingsMax: 60 })
    expect(named(few[0]!.article)).toBe(text)
    const exact = new Map(whole.map((one) => [one.article, one]))
    const shared = few.filter(({ article }) => exact.has(article))
    expect(shared.length).toBeGreaterThan(1)
    for (const { article, cover, masses } of shared) expect({ cover, masses }).toEqual(pick(exact.get(article)!))
  },
)

it('the best are the best of all that any term leads to', () => {
  const query = readQuery(index, '契税怎么申报')
  const all = recall.recall(query, index.articles.count, () => true, everything)
  expect(recall.recall(query, 10, () => true, everything)).toEqual(all.slice(0, 10))
})

it('what may not be served is not among them, and leaves its place to another', () => {
  const query = readQuery(index, '契税怎么申报')
  const isServed = (article: number): boolean => !named(article).startsWith('契税')
  const found = recall.recall(query, 10, isServed, everything)
  expect(found).toHaveLength(10)
  expect(found.every(({ article }) => isServed(article))).toBe(true)
})

it('one query leaves nothing behind for the next', () => {
  const query = readQuery(index, '印花税税率是多少')
  const before = recall.recall(query, 10, () => true)
  recall.recall(readQuery(index, '房产税在哪里缴纳'), 10, () => true)
  expect(recall.recall(query, 10, () => true)).toEqual(before)
})

it('articles that a model of language names are there besides, however unlike their words', () => {
  const query = readQuery(index, '契税怎么申报')
  const besides = [index.articles.count - 1]
  const found = recall.recall(query, 3, () => true, { ...everything, besides })
  expect(found).toHaveLength(4)
  expect(found[3]!.article).toBe(besides[0])
})
