// Builds engines and asks them in a thread of its own: nobody who is being served waits for an editor's trial.
import { parentPort, workerData } from 'node:worker_threads'
import {
  createEngine,
  initialDialogue,
  type EngineKnowledge,
  type Explanation,
  type Nearness,
  type Reply,
} from '@zhengna/answering/engine.ts'
import type { Audience } from '@zhengna/contract/domain/person.ts'
import { accuracyOf, changesBetween, outcomeOf, type Accuracy, type Change, type RegressionQuestion } from './regression.ts'

export type BenchTask =
  | {
      readonly kind: 'ask'
      readonly knowledge: EngineKnowledge
      readonly query: string
      readonly audiences: readonly Audience[]
      readonly day: string
      readonly nearness?: Nearness
    }
  | {
      readonly kind: 'regression'
      readonly now: EngineKnowledge
      readonly then: EngineKnowledge
      readonly questions: readonly RegressionQuestion[]
      readonly day: string
    }

export interface Explained extends Explanation {
  readonly reply: Reply
  /** What the answer took once the engine was there. */
  readonly ms: number
}
export interface Compared {
  readonly now: Accuracy
  readonly then: Accuracy
  readonly changes: readonly Change[]
}

function ask({ knowledge, query, audiences, day, nearness }: Extract<BenchTask, { kind: 'ask' }>): Explained {
  const engine = createEngine(knowledge)
  const context = { audiences, day, dialogue: initialDialogue, ...(nearness && { nearness }) }
  const explained = engine.explain(query, context)
  const begun = performance.now()
  engine.ask(query, context)
  return { ...explained, ms: performance.now() - begun }
}

function compare({ now, then, questions, day }: Extract<BenchTask, { kind: 'regression' }>): Compared {
  const askAll = (knowledge: EngineKnowledge) => {
    const engine = createEngine(knowledge)
    return questions.map((question) => outcomeOf(engine, question, day))
  }
  const [before, after] = [askAll(now), askAll(then)]
  return {
    now: accuracyOf(before),
    then: accuracyOf(after),
    changes: changesBetween(before, after),
  }
}

const task = workerData as BenchTask
parentPort?.postMessage(task.kind === 'ask' ? ask(task) : compare(task))
