// @vitest-environment happy-dom
import type { Answer } from '@zhengna/contract/domain/answer.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { describe, expect, test } from 'vitest'
import { installHost } from '../../host/index.ts'
import { createTexts, todayInBeijing, uiLocale } from '../../ui/index.ts'
import { chatLocale } from '../chat/index.ts'
import { fakeHost } from '../chat/chat.fixture.ts'
import { outcomeOf, type Change, type Regression } from './change-outcome.ts'
import { percent, points } from './percent.ts'
import RegressionSummary from './RegressionSummary.vue'
import { testBenchLocale } from './test-bench.locale.ts'
import type { BenchResult } from './test-bench.store.ts'
import TestBenchSection from './TestBenchSection.vue'

const articleId = 'vat-threshold' as ArticleId
const answer: Answer = {
  decision: 'answer',
  question: '小规模多少以内免税？',
  parts: [{ type: 'text', markdown: '未达到10万元的免征。' }],
  papers: null,
  options: [],
  offersPerson: false,
  offline: false,
}
const aResult = (over: Partial<BenchResult> = {}): BenchResult => ({
  answer,
  reading: {
    text: '季度28万要交税吗',
    intent: 'question',
    concepts: [
      { id: 'quarter', name: '季度', isHeard: false },
      { id: 'vat', name: '增值税', isHeard: true },
    ],
    kinds: ['whether'],
    elsewhere: null,
  },
  top: 0.62,
  inDomain: 0.9,
  vague: 0.05,
  thresholds: { top: 0.55, inDomain: 0.55, vague: 0.1 },
  candidates: [
    {
      articleId,
      question: '小规模多少以内免税？',
      closest: '一季度28万交不交税',
      score: 3.2,
      probability: 0.62,
      reasons: [
        { name: 'cosine', label: '用词相似', value: 0.8, contribution: 2.4 },
        { name: 'subjectMiss', label: '对象不同', value: 1, contribution: -1.2 },
      ],
    },
  ],
  ms: 12.4,
  ...over,
})
const right = { articleId, decision: 'answer', isRight: true }
const wrong = { articleId: null, decision: 'none', isRight: false }
const aChange = (now: Change['now'], then: Change['now'], query = '季度28万'): Change => ({ query, expected: [articleId], now, then })
const aRegression = (changes: readonly Change[]): Regression => ({
  now: { questions: 500, top1: 0.9, top3: 0.95, decisions: 0.88, wrongAnswers: 0.012 },
  then: { questions: 500, top1: 0.91, top3: 0.95, decisions: 0.87, wrongAnswers: 0.01 },
  changes: [...changes],
})

function world(answers: Parameters<typeof fakeHost>[0]) {
  const host = fakeHost({ 'knowledge.article': () => ({ question: '小规模多少以内免税？' }), ...answers })
  installHost(host)
  const pinia = createPinia()
  setActivePinia(pinia)
  const asked = (name: string) => host.asked.filter((one) => one.name === name).map(({ params }) => (params as { body: unknown }).body)
  return { host, asked, plugins: [pinia, createTexts(uiLocale, chatLocale, testBenchLocale)] }
}
function benchWith(answers: Parameters<typeof fakeHost>[0] = {}) {
  const { asked, plugins } = world({ 'editing.askTestBench': () => aResult(), ...answers })
  const bench = mount(TestBenchSection, { global: { plugins } })
  const press = async (name: string) => {
    await bench
      .findAll('button')
      .find((button) => button.text() === name)!
      .trigger('click')
    await flushPromises()
  }
  const ask = async (query: string) => {
    await bench.get('form input').setValue(query)
    await bench.get('form').trigger('submit')
    await flushPromises()
  }
  return { bench, press, ask, asked }
}

describe('the test bench', () => {
  test('asks as of today and with what is not published, for nobody in particular', async () => {
    const { ask, asked } = benchWith()
    await ask(' 季度28万要交税吗 ')
    expect(asked('editing.askTestBench')).toEqual([{ query: '季度28万要交税吗', audiences: [], day: null, withOpen: true }])
  })

  test('asks for whom and of what day the editor says', async () => {
    const { bench, ask, asked } = benchWith()
    await bench.get('input[value=small-scale]').setValue(true)
    await bench.get('input[type=date]').setValue('2026-01-01')
    await bench.findAll('input[type=checkbox]').at(-1)!.setValue(false)
    await ask('季度28万')
    expect(asked('editing.askTestBench')).toEqual([{ query: '季度28万', audiences: ['small-scale'], day: '2026-01-01', withOpen: false }])
    await bench.get('input[type=date]').setValue(todayInBeijing())
    await ask('季度28万')
    expect(asked('editing.askTestBench').at(-1)).toMatchObject({ day: null })
  })

  test('asks nothing without a question', async () => {
    const { ask, asked } = benchWith()
    await ask('  ')
    expect(asked('editing.askTestBench')).toEqual([])
  })

  test('shows the answer as a taxpayer sees it, and how the question was read', async () => {
    const { bench, ask } = benchWith()
    await ask('季度28万')
    expect(bench.get('article').text()).toContain('未达到10万元的免征。')
    for (const words of ['直接答复', '季度、增值税（按读音认出）', '能不能', '税务业务']) expect(bench.text()).toContain(words)
  })

  test('what would be looked up for the asker is said to be so: there is nobody here', async () => {
    const { bench, ask } = benchWith({ 'editing.askTestBench': () => aResult({ answer: { ...answer, decision: 'own-records' } }) })
    await ask('我前面还有几个人')
    expect(bench.find('article').exists()).toBe(false)
    expect(bench.text()).toContain('问的是提问人自己的记录')
  })

  test('a question that is another office’s says whose', async () => {
    const { bench, ask } = benchWith({
      'editing.askTestBench': () =>
        aResult({ reading: { ...aResult().reading, intent: 'unheard-of', elsewhere: '人社部门', concepts: [], kinds: [] } }),
    })
    await ask('社保卡')
    for (const words of ['人社部门的业务', '其他', '没有认出词库中的词', '没有说明']) expect(bench.text()).toContain(words)
  })

  test('says of each probability whether it counts', async () => {
    const { bench, ask } = benchWith()
    await ask('季度28万')
    expect(bench.findAll('[role=meter]').map((bar) => bar.attributes('aria-valuetext'))).toEqual(['62%', '5%', '90%'])
    expect(bench.findAll('.verdict').map((verdict) => verdict.text())).toEqual([
      '已达到界限 55%，可以直接答复',
      '未达到界限 10%，不会反问',
      '已达到界限 55%，可以列出「猜你想问」',
    ])
  })

  test('a candidate folds out why it stands there, what speaks against it to the left', async () => {
    const { bench, ask } = benchWith()
    await ask('季度28万')
    const why = bench.get('.why')
    expect(why.attributes('aria-expanded')).toBe('false')
    await why.trigger('click')
    expect(bench.findAll('.reasons li').map((row) => row.text())).toEqual(['用词相似+2.40', '对象不同−1.20'])
    expect(bench.findAll('.bar').map((bar) => [bar.classes('against'), bar.attributes('style')])).toEqual([
      [false, 'width: 50.0%;'],
      [true, 'width: 25.0%;'],
    ])
    await bench.get('.open').trigger('click')
    expect(bench.emitted('openArticle')).toEqual([[articleId]])
  })

  test('with no line says so, and keeps the question', async () => {
    const { bench, ask } = benchWith({ 'editing.askTestBench': undefined as never })
    await ask('季度28万')
    expect(bench.get('[role=alert]').text()).toContain('当前未连接到服务')
    expect((bench.get('form input').element as HTMLInputElement).value).toBe('季度28万')
  })
})

describe('the regression set', () => {
  test('is asked with all open changes, and says what gets better and what worse', async () => {
    const changes = [aChange(wrong, right, '变好的'), aChange(right, wrong, '变差的'), aChange(wrong, { ...wrong, articleId }, '都不对')]
    const { bench, press, asked } = benchWith({ 'editing.runRegression': () => aRegression(changes) })
    await press('运行')
    expect(asked('editing.runRegression')).toEqual([{ articleIds: null }])
    const panel = bench.get('[aria-label=回归测试]')
    expect(panel.findAll('tbody tr').map((row) => row.findAll('td').at(-1)!.text())).toEqual([
      '+1 个百分点',
      '不变',
      '−1 个百分点',
      '−0.2 个百分点',
    ])
    expect(panel.findAll('tbody tr').map((row) => row.findAll('td').at(-1)!.classes().join())).toEqual(['better', '', 'worse', 'better'])
    expect(panel.findAll('.changes').map((list) => [list.get('h4').text(), list.get('.query').text()])).toEqual([
      ['变差1', '变差的'],
      ['变好1', '变好的'],
      ['其他变化1', '都不对'],
    ])
    expect(panel.text()).toContain('直接答复 · 小规模多少以内免税？')
  })

  test('before an article is submitted is asked with it alone', async () => {
    const { asked, plugins } = world({ 'editing.runRegression': () => aRegression([aChange(wrong, right)]) })
    const summary = mount(RegressionSummary, { props: { articleIds: [articleId] }, global: { plugins } })
    await flushPromises()
    expect(asked('editing.runRegression')).toEqual([{ articleIds: [articleId] }])
    expect(summary.text()).toBe('回归测试通过：500 道题没有变差，1 道变好')
  })

  test('names the questions that would get worse', async () => {
    const changes = Array.from({ length: 7 }, (_, number) => aChange(right, wrong, `问题${number}`))
    const { plugins } = world({ 'editing.runRegression': () => aRegression(changes) })
    const summary = mount(RegressionSummary, { props: { articleIds: [articleId] }, global: { plugins } })
    await flushPromises()
    expect(summary.text()).toContain('有 7 道题变差')
    expect(summary.findAll('li')).toHaveLength(5)
    expect(summary.text()).toContain('其余 2 道')
  })

  test('that could not run says so and can be run again', async () => {
    const { asked, plugins } = world({})
    const summary = mount(RegressionSummary, { props: { articleIds: [articleId] }, global: { plugins } })
    await flushPromises()
    expect(summary.text()).toContain('回归测试没有完成：当前未连接到服务')
    await summary.get('button').trigger('click')
    expect(asked('editing.runRegression')).toHaveLength(2)
  })
})

test('a change is better, worse, or neither', () => {
  expect(outcomeOf(aChange(wrong, right))).toBe('improved')
  expect(outcomeOf(aChange(right, wrong))).toBe('worsened')
  expect(outcomeOf(aChange(wrong, { ...wrong, articleId }))).toBe('moved')
})

test('shares are written as percent, differences in points with their sign', () => {
  expect([0.876, 0.5, 1].map(percent)).toEqual(['87.6%', '50%', '100%'])
  expect([0.012, -0.03, 0.0002].map(points)).toEqual(['+1.2', '−3', ''])
})
