import type { ArticleId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { describe, expect, it } from 'vitest'
import { createEngine, initialDialogue, type AskContext, type DialogueState } from './engine.ts'
import { buildArticle } from './testing/article-builder.ts'
import { buildKnowledge } from './testing/knowledge-builder.ts'

const day = '2026-11-23'
const context = (dialogue: DialogueState = initialDialogue): AskContext => ({ audiences: [], day, dialogue })

const articles = [
  buildArticle({ id: 'deed-rate', topicId: 'deed', question: '买房契税税率是多少？', similar: ['首套房契税几个点'], kind: 'amount' }),
  buildArticle({ id: 'deed-when', topicId: 'deed', question: '契税什么时候缴纳？', similar: ['契税多久之内要交'], kind: 'when' }),
  buildArticle({ id: 'deed-refund', topicId: 'deed', question: '退房以后契税能退吗？', similar: ['契税怎么退回来'], kind: 'whether' }),
  buildArticle({ id: 'deed-where', topicId: 'deed', question: '契税在哪里缴纳？', similar: ['交契税去哪里'], kind: 'where' }),
  buildArticle({ id: 'red', topicId: 'invoice', question: '数电票开错了怎么红冲？', similar: ['发票开错怎么办', '冲红流程'] }),
  buildArticle({ id: 'old', question: '老政策车辆购置税免税吗？', effective: { from: '2020-01-01', to: '2025-12-31' } }),
  buildArticle({ id: 'coming', question: '环境保护税新目录怎么执行？', effective: { from: '2027-01-01', to: null } }),
  buildArticle({ id: 'draft', question: '土地增值税清算怎么办？', state: 'draft' }),
  buildArticle({
    id: 'social',
    question: '社保怎么交？',
    parts: [
      { type: 'text', markdown: '分两种。' },
      {
        type: 'options',
        prompt: '您是哪一种？',
        options: [
          { label: '单位参保', article: 'red' as ArticleId },
          { label: '老办法', article: 'old' as ArticleId },
        ],
      },
    ],
  }),
]
const engine = createEngine(buildKnowledge(articles))

it('a question that fits is answered with its parts and papers', () => {
  const { answer, ranked, intent } = engine.ask('首套房契税几个点', context())
  expect(answer).toMatchObject({ decision: 'answer', question: '买房契税税率是多少？', parts: articles[0]!.parts, offline: false })
  expect(answer.papers).toMatchObject({ articleId: 'deed-rate', version: 1, reviewed: '2026-11-22' })
  expect(ranked[0]!.articleId).toBe('deed-rate')
  expect(intent).toBe('question')
})

describe('an article that may not be served', () => {
  it.each(['老政策车辆购置税免税吗', '环境保护税新目录怎么执行', '土地增值税清算怎么办'])(
    'is neither answered nor offered: %s',
    (query) => {
      const { answer, ranked } = engine.ask(query, context())
      const hidden = ['old', 'coming', 'draft']
      expect(hidden).not.toContain(answer.papers?.articleId)
      expect(
        [...ranked, ...answer.options, ...engine.search(query, { day, limit: 10 })].filter((r) => hidden.includes(r.articleId)),
      ).toEqual([])
    },
  )

  it('is served on the last day it is in force', () => {
    expect(engine.search('车辆购置税免税', { day: '2025-12-31', limit: 1 })[0]!.articleId).toBe('old')
  })
})

it('an article that asks back leads on to those in force only', () => {
  const { answer } = engine.ask('社保怎么交', context())
  expect(answer).toMatchObject({ decision: 'clarify', question: null, options: [{ label: '单位参保', articleId: 'red' }] })
  expect(answer.parts).toEqual([
    { type: 'text', markdown: '分两种。' },
    { type: 'text', markdown: '您是哪一种？' },
  ])
})

it('one word is asked back, and a number picks an option', () => {
  const { answer, dialogue } = engine.ask('契税', context())
  expect(answer.decision).toBe('clarify')
  expect(answer.options.length).toBeGreaterThan(1)
  expect(answer.options.length).toBeLessThanOrEqual(limits.optionsMax)
  const second = engine.ask('第二个', context(dialogue))
  expect(second.intent).toBe('pick')
  expect(second.answer.papers!.articleId).toBe(answer.options[1]!.articleId)
})

it('an option’s label, sent as a question, is that option', () => {
  const { dialogue } = engine.ask('社保怎么交', context())
  expect(engine.ask('单位参保', context(dialogue)).answer.papers!.articleId).toBe('red')
})

it('a short follow-up narrows the last question', () => {
  const { dialogue } = engine.ask('契税', context())
  expect(engine.ask('什么时候交', context(dialogue)).ranked[0]!.articleId).toBe('deed-when')
})

it('a picked option is answered exactly', () => {
  expect(engine.pick('red' as ArticleId, context()).answer).toMatchObject({ decision: 'answer', question: '数电票开错了怎么红冲？' })
})

it('picking what is no longer in force, or unknown, never serves it', () => {
  expect(engine.pick('old' as ArticleId, context()).answer.papers?.articleId).not.toBe('old')
  expect(engine.pick('nobody' as ArticleId, context()).answer).toMatchObject({ decision: 'none', offersPerson: true })
})

it('nothing found says so without denying that a rule exists, and offers a person', () => {
  const { answer } = engine.ask('烟叶收购站的税由谁核定', context())
  expect(answer).toMatchObject({ decision: 'none', offersPerson: true, options: [] })
  expect(JSON.stringify(answer.parts)).toContain('未收录不等于没有规定')
})

it('what others handle is said to be theirs, with whom to ask; what is nobody’s, that only taxes are answered here', () => {
  const said = (query: string): string => JSON.stringify(engine.ask(query, context()).answer.parts)
  expect(said('住房公积金怎么提取')).toContain('12329')
  expect(said('今天天气怎么样啊')).toContain('我只能解答税费方面的问题')
})

it('who asks for their own records is told which, and what holds with no line; the question before stays remembered', () => {
  const before = engine.ask('契税税率', context()).dialogue
  const { answer, dialogue, intent, ownRecords, ranked } = engine.ask('我有几条未读消息', context(before))
  expect({ intent, ownRecords, ranked }).toEqual({ intent: 'own-records', ownRecords: 'notices', ranked: [] })
  expect(answer).toMatchObject({ decision: 'own-records', papers: null, options: [], offersPerson: false })
  expect(answer.parts).toEqual([{ type: 'text', markdown: '现在离线，查不到您的消息。恢复连接后会自动查询，结果显示在这里。' }])
  expect(dialogue).toEqual({ ...before, options: [], offeredPerson: false })
  expect(engine.ask('契税税率', context()).ownRecords).toBeUndefined()
})

describe('rounds without a hit', () => {
  const asked = (count: number) => {
    let reply = engine.ask('契税', context())
    for (let i = 1; i < count; i++) reply = engine.ask('契税', context(reply.dialogue))
    return reply
  }

  it('offer a person after the third', () => {
    expect(asked(2).answer.offersPerson).toBe(false)
    expect(asked(3).answer.offersPerson).toBe(true)
  })

  it('are forgotten with an answer', () => {
    expect(engine.ask('数电票开错了怎么红冲', context(asked(3).dialogue)).dialogue.roundsWithoutHit).toBe(0)
  })

  it('and 好的 then means yes', () => {
    expect(engine.ask('好的', context(asked(3).dialogue)).answer.decision).toBe('hand-over')
    expect(engine.ask('好的', context(asked(1).dialogue)).answer.decision).toBe('greeting')
  })

  it('survive as JSON', () => {
    const { dialogue } = asked(2)
    expect(JSON.parse(JSON.stringify(dialogue))).toEqual(dialogue)
  })
})

it('the same knowledge in another order gives the same ranking', () => {
  const reversed = createEngine(buildKnowledge(articles.toReversed()))
  for (const query of ['契税', '发票', '怎么交']) expect(reversed.ask(query, context())).toEqual(engine.ask(query, context()))
})

it('who asks tips the balance between equals', () => {
  const twins = createEngine(
    buildKnowledge([
      buildArticle({ id: 'company', question: '房屋出租怎么缴税？', audience: ['enterprise'] }),
      buildArticle({ id: 'person', question: '房屋出租怎么缴税？', audience: ['person'] }),
    ]),
  )
  const first = (audience: 'enterprise' | 'person') =>
    twins.ask('出租房子缴税', { ...context(), audiences: [audience] }).ranked[0]!.articleId
  expect(first('enterprise')).toBe('company')
  expect(first('person')).toBe('person')
})

it('an engine without articles still talks', () => {
  const empty = createEngine(buildKnowledge([]))
  expect(empty.ask('契税', context()).answer.decision).toBe('none')
  expect(empty.search('契税', { day, limit: 5 })).toEqual([])
})
