// The questions that are asked before anything is published: seed/regression.jsonl, a question a line.
import { readFileSync } from 'node:fs'
import type { RegressionQuestion } from './regression.ts'

export const readRegressionSet = (): RegressionQuestion[] =>
  readFileSync(new URL('../../../seed/regression.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RegressionQuestion)
