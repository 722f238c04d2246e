// How well an engine answers a fixed set of questions, and what another engine would answer otherwise.
import { initialDialogue, type Engine } from '@zhengna/answering/engine.ts'
import type { Decision } from '@zhengna/contract/domain/answer.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'

export interface RegressionQuestion {
  readonly query: string
  /** Articles any of which is right; null where none is. */
  readonly expect: readonly ArticleId[] | null
  readonly decision: 'answer' | 'clarify' | 'none' | 'transfer'
}

export interface Outcome {
  readonly question: RegressionQuestion
  readonly articleId: ArticleId | null
  readonly decision: Decision
  /** Of the first right article, from 0; -1 where it is not among those that were found, or none is right. */
  readonly place: number
  readonly isRight: boolean
  readonly isDecidedRightly: boolean
  /** Answered directly with what does not answer it. */
  readonly isWrongAnswer: boolean
}

const decisions: Record<RegressionQuestion['decision'], (decision: Decision) => boolean> = {
  answer: (decision) => decision === 'answer',
  clarify: (decision) => decision === 'clarify',
  // Guesses and an honest "nothing found" are as good: no answer is claimed.
  none: (decision) => decision !== 'answer',
  transfer: (decision) => decision === 'hand-over',
}

/** `day`: YYYY-MM-DD in Beijing. */
export function outcomeOf(engine: Engine, question: RegressionQuestion, day: string): Outcome {
  const { query, expect, decision: expected } = question
  const { answer, ranked } = engine.ask(query, { audiences: [], day, dialogue: initialDialogue })
  const { decision } = answer
  const place = expect ? ranked.findIndex(({ articleId }) => expect.includes(articleId)) : -1
  const isDecidedRightly = decisions[expected](decision)
  return {
    question,
    articleId: ranked[0]?.articleId ?? null,
    decision,
    place,
    isDecidedRightly,
    isRight: expect ? place === 0 : isDecidedRightly,
    isWrongAnswer: decision === 'answer' && place !== 0,
  }
}

export interface Accuracy {
  readonly questions: number
  readonly top1: number
  readonly top3: number
  readonly decisions: number
  readonly wrongAnswers: number
}

/** Shares 0…1; top1 and top3 of the questions that have an answer. */
export function accuracyOf(outcomes: readonly Outcome[]): Accuracy {
  const answerable = outcomes.filter(({ question }) => question.expect !== null)
  const share = (all: readonly Outcome[], rule: (outcome: Outcome) => boolean): number =>
    all.length === 0 ? 1 : all.filter(rule).length / all.length
  return {
    questions: outcomes.length,
    top1: share(answerable, ({ place }) => place === 0),
    top3: share(answerable, ({ place }) => place >= 0 && place < 3),
    decisions: share(outcomes, ({ isDecidedRightly }) => isDecidedRightly),
    wrongAnswers: outcomes.length === 0 ? 0 : outcomes.filter(({ isWrongAnswer }) => isWrongAnswer).length / outcomes.length,
  }
}

export interface Change {
  readonly query: string
  readonly expected: readonly ArticleId[] | null
  readonly now: Pick<Outcome, 'articleId' | 'decision' | 'isRight'>
  readonly then: Pick<Outcome, 'articleId' | 'decision' | 'isRight'>
}

/** Of the same questions asked twice: those whose first article or decision is another; the ones that get worse first, then those that get better. */
export function changesBetween(now: readonly Outcome[], then: readonly Outcome[]): Change[] {
  const brief = ({ articleId, decision, isRight }: Outcome) => ({ articleId, decision, isRight })
  const weight = (change: Change): number => Number(change.then.isRight) - Number(change.now.isRight)
  return now
    .flatMap((before, i): Change[] => {
      const after = then[i]
      if (!after || (before.articleId === after.articleId && before.decision === after.decision)) return []
      const { query, expect } = before.question
      return [{ query, expected: expect, now: brief(before), then: brief(after) }]
    })
    .sort((a, b) => weight(a) - weight(b))
}
