// The engine on the real knowledge base and questions of our own. Floors, not targets: calibration/report.ts prints the figures.
import { describe, expect, it } from 'vitest'
import { createEngine, initialDialogue, type Reply } from './engine.ts'
import { recogniseIntent } from './dialogue/intent.ts'
import { normaliseQuery } from './text/normalise.ts'
import { readEvaluationSet, type EvaluationQuestion } from './testing/evaluation-set.ts'
import { readKnowledge } from './testing/knowledge.ts'

const knowledge = readKnowledge()
const { articles } = knowledge
const engine = createEngine(knowledge)
const questions = readEvaluationSet()
const ask = (query: string): Reply => engine.ask(query, { audiences: [], day: '2026-11-26', dialogue: initialDialogue })

const shareOf = (decision: EvaluationQuestion['decision'], isGood: (reply: Reply, question: EvaluationQuestion) => boolean): number => {
  const asked = questions.filter((question) => question.split === 'test' && question.decision === decision)
  return asked.filter((question) => isGood(ask(question.query), question)).length / asked.length
}
const placeOf = ({ ranked }: Reply, { expect: right }: EvaluationQuestion): number =>
  ranked.findIndex(({ articleId }) => right!.includes(articleId))

describe('the questions', () => {
  it('are at least 600, each with an id of its own', () => {
    expect(new Set(questions.map(({ id }) => id)).size).toBeGreaterThanOrEqual(600)
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
  it('the right article comes first for at least 88 %, among the first three for at least 96 %', () => {
    expect(shareOf('answer', (reply, question) => placeOf(reply, question) === 0)).toBeGreaterThanOrEqual(0.88)
    expect(shareOf('answer', (reply, question) => [0, 1, 2].includes(placeOf(reply, question)))).toBeGreaterThanOrEqual(0.96)
  })

  it('at most 8 % of questions get a direct answer that is another question’s', () => {
    expect(
      shareOf('answer', (reply, question) => reply.answer.decision === 'answer' && placeOf(reply, question) !== 0),
    ).toBeLessThanOrEqual(0.08)
  })

  it('vague questions are asked back in at least 90 %', () => {
    expect(shareOf('clarify', ({ answer }) => answer.decision === 'clarify')).toBeGreaterThanOrEqual(0.9)
  })

  it('what is no tax matter gets no direct answer in at least 95 %', () => {
    expect(shareOf('none', ({ answer }) => answer.decision !== 'answer')).toBeGreaterThanOrEqual(0.95)
  })

  it('who wants a person is handed over in at least 98 %', () => {
    expect(shareOf('transfer', ({ answer }) => answer.decision === 'hand-over')).toBeGreaterThanOrEqual(0.98)
  })
})

it('at most one tax question in a thousand is taken for small talk or for the wish for a person', () => {
  const known = articles.filter(({ state }) => state === 'published').flatMap(({ question, similar }) => [question, ...similar])
  const suspects = known.filter((question) => recogniseIntent(normaliseQuery(question), question) !== 'question')
  const mistaken = suspects.filter((question) => ask(question).intent !== 'question')
  expect(mistaken.length).toBeLessThanOrEqual(known.length / 1_000)
})

it('every article in force is found by its own standard question', () => {
  const served = articles.filter(
    ({ state, effective }) => state === 'published' && effective.from <= '2026-11-26' && (effective.to ?? '9') >= '2026-11-26',
  )
  expect(served.filter((article) => ask(article.question).ranked[0]?.articleId !== article.id).map(({ id }) => id)).toEqual([])
})
