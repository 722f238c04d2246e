// Prints how well the engine answers test/evaluation, as the tables of docs/answering.md: node answering/calibration/report.ts
// [--failures]. Failures are those of the tuning half alone: whoever changes the engine does not look at the test half's.
import { createEngine, initialDialogue } from '../engine.ts'
import { readEvaluationSet, type EvaluationQuestion } from '../testing/evaluation-set.ts'
import { readKnowledge } from '../testing/knowledge.ts'

const knowledge = readKnowledge()
const engine = createEngine(knowledge)

interface Outcome {
  readonly question: EvaluationQuestion
  /** Of the first right article; -1 where it is not among the ten. */
  readonly place: number
  readonly decision: string
  readonly first: string
}

const outcomes = readEvaluationSet().map((question): Outcome => {
  const { answer, ranked } = engine.ask(question.query, { audiences: [], day: '2026-11-26', dialogue: initialDialogue })
  const place = ranked.findIndex(({ articleId }) => question.expect?.includes(articleId) ?? false)
  return { question, place, decision: answer.decision, first: ranked[0]?.articleId ?? '' }
})

type Rule = (outcome: Outcome) => boolean
const isFirst: Rule = ({ place }) => place === 0
const isAmongThree: Rule = ({ place }) => place >= 0 && place < 3
const isAnswered: Rule = ({ decision }) => decision === 'answer'
const isWronglyAnswered: Rule = (outcome) => isAnswered(outcome) && outcome.question.expect !== null && !isFirst(outcome)
const asksBack: Rule = ({ decision }) => decision === 'clarify'
const handsOver: Rule = ({ decision }) => decision === 'hand-over'

const of = (split: 'tuning' | 'test', decision: EvaluationQuestion['decision']): Outcome[] =>
  outcomes.filter(({ question }) => question.split === split && question.decision === decision)
const percent = (all: readonly Outcome[], rule: Rule): string =>
  all.length === 0 ? '–' : `${((100 * all.filter(rule).length) / all.length).toFixed(1)} %`
const row = (...cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`)

row('', 'target', 'test half', 'tuning half', 'questions (test / tuning)')
row('---', '---:', '---:', '---:', '---:')
const measure = (name: string, target: string, decision: EvaluationQuestion['decision'], rule: Rule): void => {
  const [test, tuning] = [of('test', decision), of('tuning', decision)]
  row(name, target, percent(test, rule), percent(tuning, rule), `${test.length} / ${tuning.length}`)
}
measure('the right article first', '≥ 88 %', 'answer', isFirst)
measure('among the first three', '≥ 96 %', 'answer', isAmongThree)
measure('answered directly', '', 'answer', isAnswered)
measure('answered with another question’s answer', '', 'answer', isWronglyAnswered)
measure('vague → asks back', '≥ 90 %', 'clarify', asksBack)
measure('no tax matter → no false answer', '≥ 95 %', 'none', (outcome) => !isAnswered(outcome))
measure('wants a person → hands over', '≥ 98 %', 'transfer', handsOver)

printGroups('style', ({ question }) => question.style)
printGroups('topic', ({ question }) => knowledge.articles.find(({ id }) => id === question.expect?.[0])?.topicId ?? '')

if (process.argv.includes('--failures')) {
  const failed = outcomes.filter(({ question }) => question.split === 'tuning').filter((outcome) => !isGood(outcome))
  for (const { question, place, decision, first } of failed) {
    console.log(
      `${question.decision}: ${question.query} → ${decision} ${first}; right: ${question.expect?.join(' ') ?? '–'} at ${place + 1}`,
    )
  }
}

/** Answerable questions of the test half. */
function printGroups(name: string, keyOf: (outcome: Outcome) => string): void {
  console.log('')
  row(name, 'questions', 'first', 'among three', 'answered', 'wrongly')
  row('---', '---:', '---:', '---:', '---:', '---:')
  const groups = [...Map.groupBy(of('test', 'answer'), keyOf)].sort(([, a], [, b]) => b.length - a.length)
  for (const [key, group] of groups) {
    row(
      key,
      group.length,
      percent(group, isFirst),
      percent(group, isAmongThree),
      percent(group, isAnswered),
      percent(group, isWronglyAnswered),
    )
  }
}

function isGood(outcome: Outcome): boolean {
  switch (outcome.question.decision) {
    case 'answer':
      return isFirst(outcome) && isAnswered(outcome)
    case 'clarify':
      return asksBack(outcome)
    case 'none':
      return !isAnswered(outcome)
    case 'transfer':
      return handsOver(outcome)
  }
}
