import { expect, it } from 'vitest'
import { createEngine, initialDialogue } from '../engine.ts'
import { buildArticle } from '../testing/article-builder.ts'
import { buildKnowledge } from '../testing/knowledge-builder.ts'

const knowledge = buildKnowledge(
  ['契税怎么交？', '发票开错了怎么红冲？', '个税退税多久到账？'].map((question, i) =>
    buildArticle({ id: `a${i}`, topicId: `t${i % 2}`, question }),
  ),
)
const built = createEngine(knowledge)
const packed = built.pack()
const context = { audiences: [], day: '2026-11-26', dialogue: initialDialogue }
const queries = ['契税多少', '红充怎么弄', 'geshui tuishui', '退税几天到', '发票']

it('an engine opened from a packed index answers, ranks and suggests as the one that packed it', () => {
  const opened = createEngine(knowledge, packed)
  for (const query of queries) {
    expect(opened.ask(query, context)).toEqual(built.ask(query, context))
    expect(opened.suggest(query, { day: '2026-11-26', limit: 5 })).toEqual(built.suggest(query, { day: '2026-11-26', limit: 5 }))
  }
  expect(opened.pack()).toEqual(packed)
})

it('bytes that do not begin on a boundary open too', () => {
  const shifted = new Uint8Array(packed.length + 3)
  shifted.set(packed, 3)
  expect(createEngine(knowledge, shifted.subarray(3)).ask('契税多少', context)).toEqual(built.ask('契税多少', context))
})

it('bytes of other knowledge, cut short or of nothing are not used', () => {
  const other = buildKnowledge([buildArticle({ id: 'b', question: '车船税怎么交？' })])
  for (const bytes of [packed, packed.subarray(0, 100), packed.subarray(0, 3), new Uint8Array(0), new Uint8Array(64).fill(255)]) {
    expect(createEngine(other, bytes).ask('车船税怎么交', context).ranked[0]?.articleId).toBe('b')
  }
})
