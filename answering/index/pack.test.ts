import { expect, it } from 'vitest'
import { createEngine, initialDialogue, isIndexOf, openEngine } from '../engine.ts'
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
  const opened = openEngine(packed)!
  for (const query of queries) {
    expect(opened.ask(query, context)).toEqual(built.ask(query, context))
    expect(opened.suggest(query, { day: '2026-11-26', limit: 5 })).toEqual(built.suggest(query, { day: '2026-11-26', limit: 5 }))
  }
  expect(opened.pack()).toEqual(packed)
})

it('bytes that do not begin on a boundary open too', () => {
  const shifted = new Uint8Array(packed.length + 3)
  shifted.set(packed, 3)
  expect(openEngine(shifted.subarray(3))!.ask('契税多少', context)).toEqual(built.ask('契税多少', context))
})

it.each([0, 3, 64, 100, packed.length - 1])('bytes cut short after %i do not open', (length) => {
  expect(openEngine(packed.subarray(0, length))).toBeNull()
})

it.each([0, 255])('bytes that are %i do not open', (byte) => {
  expect(openEngine(new Uint8Array(64).fill(byte))).toBeNull()
})

it('an index is known to be of its knowledge and of no other', () => {
  expect(isIndexOf(packed, knowledge)).toBe(true)
  expect(isIndexOf(packed, buildKnowledge([buildArticle({ id: 'b', question: '车船税怎么交？' })]))).toBe(false)
  expect(isIndexOf(packed.subarray(0, 100), knowledge)).toBe(false)
})
