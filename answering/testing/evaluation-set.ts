// Reads test/evaluation/questions.jsonl: questions of our own, kept out of the articles' similar questions.
import { readFileSync } from 'node:fs'

export type EvaluationQuestion = {
  id: string
  query: string
  /** Articles any of which is right; null where none is. */
  expect: string[] | null
  /** transfer: hand-over. */
  decision: 'answer' | 'clarify' | 'none' | 'transfer'
  style: string
  /** Weights and thresholds are fitted on tuning; test is only ever measured. */
  split: 'tuning' | 'test'
}

export function readEvaluationSet(): EvaluationQuestion[] {
  const text = readFileSync(new URL('../../test/evaluation/questions.jsonl', import.meta.url), 'utf8')
  return text
    .split('\n')
    .filter((line) => line.length > 0)
    .map((line) => JSON.parse(line) as EvaluationQuestion)
}
