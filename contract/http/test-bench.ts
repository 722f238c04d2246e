// 测试台: ask and see why this answer; the regression set before publishing.
import { Type } from 'typebox'
import { Answer } from '../domain/answer.ts'
import { Audience } from '../domain/person.ts'
import { ArticleId } from '../ids.ts'
import { limits } from '../limits.ts'
import { defineRoute } from './route.ts'

const access = ['editor'] as const
/** Two engines are built and asked some hundred questions, and one run waits for the other. */
const BENCH_WAIT_MAX_MS = 290_000
const tag = 'editing'
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Named = Type.Object({ name: Type.String(), label: Type.String() })

/** Why an article stands where it stands. */
export const Candidate = Type.Object({
  articleId: ArticleId,
  question: Type.String(),
  /** The way of putting it that is most like the query. */
  closest: Type.String(),
  score: Type.Number(),
  /** 0…1, calibrated. */
  probability: Type.Number(),
  /** What the score is made of, most first; they add up to it. */
  reasons: Type.Array(Type.Object({ ...Named.properties, value: Type.Number(), contribution: Type.Number() })),
})

/** How the engine read the query. */
export const Reading = Type.Object({
  text: Type.String(),
  intent: Type.String(),
  concepts: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), isHeard: Type.Boolean() })),
  kinds: Type.Array(Type.String()),
  elsewhere: Type.Union([Type.String(), Type.Null()]),
})

export const askTestBench = defineRoute({
  method: 'POST',
  path: '/api/knowledge/test-bench',
  access,
  tag,
  summary:
    'Asks the engine as a taxpayer would and shows the candidates, their scores and why. `withOpen`: as if everything being worked on were published.',
  body: Type.Object({
    query: Type.String({ minLength: 1, maxLength: limits.messageTextMaxLength }),
    audiences: Type.Array(Audience),
    day: Type.Union([Day, Type.Null()]),
    withOpen: Type.Boolean(),
  }),
  waitMaxMs: BENCH_WAIT_MAX_MS,
  reply: Type.Object({
    answer: Answer,
    reading: Reading,
    top: Type.Number({ description: 'probability that the first is right' }),
    inDomain: Type.Number(),
    vague: Type.Number(),
    /** From where on each of the three counts: `top` for a direct answer, `inDomain` for a guess, `vague` for asking back. */
    thresholds: Type.Object({ top: Type.Number(), inDomain: Type.Number(), vague: Type.Number() }),
    candidates: Type.Array(Candidate),
    ms: Type.Number(),
  }),
})

/** Shares 0…1 over a set of questions. */
export const Accuracy = Type.Object({
  questions: Type.Integer(),
  top1: Type.Number(),
  top3: Type.Number(),
  decisions: Type.Number(),
  /** Directly answered with another question's answer. */
  wrongAnswers: Type.Number(),
})

export const runRegression = defineRoute({
  method: 'POST',
  path: '/api/knowledge/regression',
  access,
  tag,
  summary:
    'Asks the regression set of the knowledge base as it is and as it would be with the named open revisions (all of them where none is named). Errors: REVISION_NOT_FOUND.',
  body: Type.Object({ articleIds: Type.Union([Type.Array(ArticleId, { maxItems: 500 }), Type.Null()]) }),
  waitMaxMs: BENCH_WAIT_MAX_MS,
  reply: Type.Object({
    now: Accuracy,
    then: Accuracy,
    /** Questions whose first article or decision would be another. */
    changes: Type.Array(
      Type.Object({
        query: Type.String(),
        expected: Type.Union([Type.Array(ArticleId), Type.Null()]),
        now: Type.Object({ articleId: Type.Union([ArticleId, Type.Null()]), decision: Type.String(), isRight: Type.Boolean() }),
        then: Type.Object({ articleId: Type.Union([ArticleId, Type.Null()]), decision: Type.String(), isRight: Type.Boolean() }),
      }),
    ),
  }),
})
