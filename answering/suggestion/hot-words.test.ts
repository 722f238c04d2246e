import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEngine } from '../engine.ts'
import { buildArticle } from '../testing/article-builder.ts'
import { buildKnowledge } from '../testing/knowledge-builder.ts'
import { coldWords } from './cold-words.ts'
import { HotWords, type AskedText } from './hot-words.ts'

const DAY = 86_400_000
const now = 1_000 * DAY
const halfLifeMs = 14 * DAY

const wordbook = createEngine(
  buildKnowledge([
    buildArticle({ id: 'deed', topicId: 'deed', question: '契税税率是多少？', similar: ['买房契税几个点', '契税怎么算'] }),
    buildArticle({ id: 'deed-when', topicId: 'deed', question: '契税什么时候缴纳？' }),
    buildArticle({ id: 'stamp', topicId: 'stamp', question: '印花税怎么申报？', similar: ['合同要交印花税吗'] }),
    buildArticle({ id: 'vehicle', topicId: 'vehicle', question: '车船税在哪里交？' }),
    buildArticle({
      id: 'customs',
      topicId: 'export',
      question: '装箱单丢了怎么办？',
      similar: ['没有装箱单能退税吗', '装箱单号填错', '仓库装箱单在哪里打印', '要不要装箱单', '用装箱单退税', '旧装箱单'],
    }),
  ]),
).wordbook()

interface Asked {
  readonly text: string
  readonly people: number
  readonly daysAgo?: number
}
let crowd = 0
const by = ({ text, people, daysAgo = 0 }: Asked): AskedText[] =>
  Array.from({ length: people }, () => ({ text, at: now - daysAgo * DAY, person: `p${++crowd}` }))
function hot(asked: readonly AskedText[], isAllowed?: (word: string) => boolean): string[] {
  const words = new HotWords(wordbook)
  for (const one of asked) words.add(one)
  return words.rank({ now, halfLifeMs, limit: 10, ...(isAllowed && { isAllowed }) })
}

describe('a hot word', () => {
  it('is what was asked about, by the name that the knowledge base uses', () => {
    expect(hot(by({ text: '契锐要交多少', people: 5 }))).toEqual(['契税'])
  })

  it('newer counts more', () => {
    fc.assert(
      fc.property(fc.nat(120), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 3, max: 20 }), (daysAgo, older, people) => {
        const words = hot([
          ...by({ text: '印花税', people, daysAgo: daysAgo + older }),
          ...by({ text: '车船税', people, daysAgo }),
          ...by({ text: '契税', people: 10, daysAgo: 30 }),
        ])
        expect(words.indexOf('车船税')).toBeLessThan(words.indexOf('印花税'))
      }),
    )
  })

  it('one person who asks a hundred times makes none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }), (first, second) => {
        const eager = (person: string, times: number): AskedText[] =>
          Array.from({ length: times }, (_, i) => ({ text: '契税', at: now - i * 1_000, person }))
        expect(hot([...eager('one', first), ...eager('two', second)])).toEqual([])
      }),
    )
  })

  it('one person among others counts once, however often they ask', () => {
    const quiet = [...by({ text: '契税', people: 4 }), ...by({ text: '印花税', people: 5 })]
    const loud = Array.from({ length: 100 }, (_, i) => ({ text: '契税', at: now - i * 1_000, person: 'loud' }))
    expect(hot([...quiet, ...loud])).toEqual(hot([...quiet, { text: '契税', at: now, person: 'loud' }]))
  })

  it('what rises comes before what is asked steadily', () => {
    const steadily = Array.from({ length: 20 }, (_, week) => by({ text: '印花税', people: 6, daysAgo: week * 7 })).flat()
    expect(hot([...steadily, ...by({ text: '契税', people: 12, daysAgo: 1 })])[0]).toBe('契税')
  })

  it('may be a word that is no concept, where the knowledge base’s questions have it as a word', () => {
    expect(hot(by({ text: '装箱单', people: 3 }))).toEqual(['装箱单'])
  })

  it('is nothing that only people said: a name, a place, a firm', () => {
    expect(hot(by({ text: '东风路万利达超市的契税', people: 9 }))).toEqual(['契税'])
  })

  it('is nothing that is not to be shown', () => {
    const asked = [...by({ text: '契税', people: 3 }), ...by({ text: '印花税', people: 3 })]
    expect(hot(asked, (word) => word !== '契税')).toEqual(['印花税'])
  })
})

describe('before anybody asked', () => {
  it('the words are what the knowledge base names most', () => {
    expect(coldWords(wordbook, () => 0, 1)).toEqual(['契税'])
  })

  it('what the season is about comes first', () => {
    expect(coldWords(wordbook, (topicId) => (topicId === 'stamp' ? 2 : 0), 1)).toEqual(['印花税'])
  })
})
