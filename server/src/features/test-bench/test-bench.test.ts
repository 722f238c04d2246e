import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleId, PersonId } from '@zhengna/contract/ids.ts'
import { codeOf, openDesk, type Desk } from '../../../../test/support/desk.ts'
import { readEvaluationSet } from '../../../../answering/testing/evaluation-set.ts'
import { readRegressionSet } from './regression-set.ts'
import type { RegressionQuestion } from './regression.ts'
import { createTestBench, type TestBench } from './test-bench.service.ts'

let desk: Desk
let bench: TestBench
const editor = 'zs001' as PersonId
const questions: RegressionQuestion[] = []

beforeEach(async () => {
  desk = await openDesk()
  questions.length = 0
  bench = createTestBench({ ...desk, questions })
})
afterEach(() => desk.remove())

const trial = { query: '增值税申报', audiences: [], day: null, withOpen: false }
const vat = { question: '增值税怎么申报？', similar: ['增值税申报'] }

describe('asking', () => {
  it('what is not published is found only with the open changes', async () => {
    const { articleId } = await desk.draft(vat)
    expect((await bench.ask(trial)).candidates).toEqual([])
    const { candidates, reply } = await bench.ask({ ...trial, withOpen: true })
    expect(candidates.map((candidate) => candidate.articleId)).toEqual([articleId])
    expect(reply.answer.papers).toMatchObject({ articleId })
  })

  it('the reasons add up to the score, the strongest first', async () => {
    await desk.publish(vat)
    await desk.publish({ question: '增值税什么时候申报？', similar: ['增值税几号申报'] })
    const { candidates } = await bench.ask(trial)
    expect(candidates).toHaveLength(2)
    for (const { score, reasons } of candidates) {
      expect(reasons.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score, 6)
      const sizes = reasons.map(({ contribution }) => Math.abs(contribution))
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
    }
    expect(candidates[0]?.reasons.map(({ name }) => name)).toContain('exact')
  })

  it('what is no longer in force on the day is not found', async () => {
    await desk.publish({ ...vat, effective: { from: '2026-01-01', to: '2026-12-31' } })
    expect((await bench.ask({ ...trial, day: '2026-12-31' })).candidates).toHaveLength(1)
    expect((await bench.ask({ ...trial, day: '2027-01-01' })).candidates).toEqual([])
  })
})

describe('the regression set', () => {
  it('says which questions a change would answer otherwise, worse ones first', async () => {
    const { articleId: monthly } = await desk.publish({ question: '增值税按月怎么申报？', similar: ['增值税按月申报'] })
    const thief = await desk.draft({ question: '增值税按月申报？！', similar: ['按月申报增值税'] })
    questions.push(
      { query: '增值税按月申报', expect: [monthly], decision: 'answer' },
      { query: '按月申报增值税', expect: [thief.articleId], decision: 'answer' },
      { query: '今天天气', expect: null, decision: 'none' },
    )
    const { now, then, changes } = await bench.regression(editor, [thief.articleId])
    expect(now).toMatchObject({ questions: 3, top1: 0.5 })
    expect(then.questions).toBe(3)
    const gained = changes.find(({ query }) => query === '按月申报增值税')
    expect(gained).toMatchObject({ now: { isRight: false }, then: { articleId: thief.articleId, isRight: true } })
    const worse = changes.map((change) => Number(change.then.isRight) - Number(change.now.isRight))
    expect(worse).toEqual(worse.toSorted((a, b) => a - b))
  })

  it('of a change that is not there is refused', async () => {
    const { articleId } = await desk.publish(vat)
    expect(await codeOf(bench.regression(editor, [articleId]))).toBe('REVISION_NOT_FOUND')
    expect(await codeOf(bench.regression(editor, ['none' as ArticleId]))).toBe('REVISION_NOT_FOUND')
  })

  it('with no change gives the same twice', async () => {
    await desk.publish(vat)
    questions.push({ query: '增值税申报', expect: null, decision: 'none' })
    const { now, then, changes } = await bench.regression(editor, null)
    expect(now).toEqual(then)
    expect(now.wrongAnswers).toBe(1)
    expect(changes).toEqual([])
  })

  it('is the tuning half of the evaluation set', () => {
    const tuning = readEvaluationSet().filter(({ split }) => split === 'tuning')
    expect(readRegressionSet()).toEqual(tuning.map(({ query, expect, decision }) => ({ query, expect, decision })))
  })

  it('of one editor is called off by their next, and of another is not', async () => {
    await desk.publish(vat)
    questions.push({ query: '增值税申报', expect: null, decision: 'answer' })
    const last = bench.regression(editor, null)
    const others = bench.regression('zs002' as PersonId, null)
    const next = bench.regression(editor, null)
    expect(await codeOf(last)).toBe('REGRESSION_REPLACED')
    expect((await others).changes).toEqual((await next).changes)
  })
})
