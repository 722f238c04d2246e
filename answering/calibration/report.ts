// Prints how well the engine answers test/evaluation, per split and per style. By hand: node answering/calibration/report.ts [--failures]
import { createEngine, initialDialogue } from '../engine.ts'
import { readEvaluationSet, type EvaluationQuestion } from '../testing/evaluation-set.ts'
import { readKnowledge } from '../testing/knowledge.ts'

const knowledge = readKnowledge()
const engine = createEngine(knowledge)

type Outcome = { question: EvaluationQuestion; place: number; decision: string; first: string }

const outcomes = readEvaluationSet().map((question): Outcome => {
  const { answer, ranked } = engine.ask(question.query, { audiences: [], day: '2026-11-23', dialogue: initialDialogue })
  const place = ranked.findIndex(({ articleId }) => question.expect?.includes(articleId) ?? false)
  return { question, place, decision: answer.decision, first: ranked[0]?.articleId ?? '' }
})

/** hand-over is called transfer in the questions; guessing what is meant is as honest as saying that nothing was found. */
function isRightDecision({ question, decision }: Outcome): boolean {
  if (question.decision === 'none') return decision === 'none' || decision === 'related' || decision === 'greeting'
  return decision === (question.decision === 'transfer' ? 'hand-over' : question.decision)
}

const share = (all: readonly Outcome[], isGood: (outcome: Outcome) => boolean): string =>
  `${((100 * all.filter(isGood).length) / all.length).toFixed(1)}%`.padStart(7)

function printGroup(name: string, all: readonly Outcome[]): void {
  const withAnswer = all.filter(({ question }) => question.expect !== null)
  const ranks =
    withAnswer.length > 0
      ? `top-1${share(withAnswer, (o) => o.place === 0)}  top-3${share(withAnswer, (o) => o.place >= 0 && o.place < 3)}  wrong direct answer${share(withAnswer, (o) => o.decision === 'answer' && o.place !== 0)}`
      : `direct answer${share(all, (o) => o.decision === 'answer')}`
  console.log(`${name.padEnd(22)} ${String(all.length).padStart(4)}  decision${share(all, isRightDecision)}  ${ranks}`)
}

for (const split of ['tuning', 'test'] as const) {
  const half = outcomes.filter(({ question }) => question.split === split)
  for (const [decision, group] of Map.groupBy(half, ({ question }) => question.decision)) printGroup(`${split}: ${decision}`, group)
  for (const [style, group] of Map.groupBy(half, ({ question }) => question.style)) printGroup(`${split} – ${style}`, group)
}
if (process.argv.includes('--failures')) {
  for (const { question, place, decision, first } of outcomes.filter(
    (o) => o.question.split === 'tuning' && (o.place > 0 || !isRightDecision(o)),
  )) {
    console.log(`${question.query} → ${decision} ${first}; right: ${question.expect?.join(' ') ?? '–'} at ${String(place + 1)}`)
  }
}
