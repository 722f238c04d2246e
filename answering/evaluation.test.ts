// The engine on the real knowledge base and questions of our own. Floors, not targets: calibration/report.ts prints the figures.
import { describe, expect, it } from 'vitest'
import { createEngine, initialDialogue, type Reply } from './engine.ts'
import { readEvaluationSet, type EvaluationQuestion } from './testing/evaluation-set.ts'
import { readKnowledge } from './testing/knowledge.ts'

const knowledge = readKnowledge()
const { articles } = knowledge
const engine = createEngine(knowledge)
const questions = readEvaluationSet()
const ask = (query: string): Reply => engine.ask(query, { audiences: [], day: '2026-11-23', dialogue: initialDialogue })

const shareOf = (decision: EvaluationQuestion['decision'], isGood: (reply: Reply, question: EvaluationQuestion) => boolean): number => {
  const asked = questions.filter((question) => question.split === 'test' && question.decision === decision)
  return asked.filter((question) => isGood(ask(question.query), question)).length / asked.length
}
const placeOf = ({ ranked }: Reply, { expect: right }: EvaluationQuestion): number =>
  ranked.findIndex(({ articleId }) => right!.includes(articleId))

describe('the questions', () => {
  it('are at least 150, each with an id of its own', () => {
    expect(new Set(questions.map(({ id }) => id)).size).toBeGreaterThanOrEqual(150)
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
  })

  it('expect published articles only', () => {
    const published = new Set<string>(articles.filter(({ state }) => state === 'published').map(({ id }) => id))
    expect(questions.flatMap((question) => question.expect ?? []).filter((id) => !published.has(id))).toEqual([])
  })

  it('are no copies of what the articles say', () => {
    const known = new Set(articles.flatMap(({ question, similar }) => [question, ...similar]))
    expect(questions.filter(({ decision, query }) => decision === 'answer' && known.has(query))).toEqual([])
  })
})

describe('on the test half', () => {
  it('the right article comes first for at least 80 %, among the first three for at least 92 %', () => {
    expect(shareOf('answer', (reply, question) => placeOf(reply, question) === 0)).toBeGreaterThanOrEqual(0.8)
    expect(shareOf('answer', (reply, question) => [0, 1, 2].includes(placeOf(reply, question)))).toBeGreaterThanOrEqual(0.92)
  })

  it('at most 8 % of questions get a direct answer that is another question’s', () => {
    expect(
      shareOf('answer', (reply, question) => reply.answer.decision === 'answer' && placeOf(reply, question) !== 0),
    ).toBeLessThanOrEqual(0.08)
  })

  it('vague questions are asked back in at least 85 %', () => {
    expect(shareOf('clarify', ({ answer }) => answer.decision === 'clarify')).toBeGreaterThanOrEqual(0.85)
  })

  it('what is no tax matter gets no direct answer in at least 95 %', () => {
    expect(shareOf('none', ({ answer }) => answer.decision !== 'answer')).toBeGreaterThanOrEqual(0.95)
  })

  it('who wants a person is handed over in at least 98 %', () => {
    expect(shareOf('transfer', ({ answer }) => answer.decision === 'hand-over')).toBeGreaterThanOrEqual(0.98)
  })
})

it('no tax question is taken for small talk or for the wish for a person', () => {
  const known = articles.filter(({ state }) => state === 'published').flatMap(({ question, similar }) => [question, ...similar])
  expect(known.filter((question) => !['question'].includes(ask(question).intent))).toEqual([])
})

it('every article in force is found by its own standard question', () => {
  const served = articles.filter(
    ({ state, effective }) => state === 'published' && effective.from <= '2026-11-23' && (effective.to ?? '9') >= '2026-11-23',
  )
  expect(served.filter((article) => ask(article.question).ranked[0]?.articleId !== article.id).map(({ id }) => id)).toEqual([])
})
