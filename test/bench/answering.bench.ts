// The answer engine on the seeded knowledge, asked with the taxpayers' own words for every article.
import { createEngine, initialDialogue } from '@zhengna/answering/engine.ts'
import { readSeededKnowledge } from '../../server/src/features/knowledge/index.ts'
import { dayInBeijing } from '../../server/src/platform/clock.ts'
import { defaultAnsweringSettings } from '@zhengna/contract/domain/article.ts'
import { figure, percentile, type Benchmark } from './figures.ts'

const WARM_UP_QUESTIONS = 500

export const answering: Benchmark = {
  names: ['answering.questions-per-second', 'answering.p99'],
  run({ seconds }) {
    const seeded = readSeededKnowledge()
    const { articles } = seeded
    const engine = createEngine({ ...seeded, settings: defaultAnsweringSettings })
    const questions = articles.filter(({ state }) => state === 'published').flatMap(({ similar }) => similar)
    const context = { audiences: [], day: dayInBeijing(Date.now()), dialogue: initialDialogue }
    const ask = (index: number): void => void engine.ask(questions[index % questions.length] ?? '', context)
    for (let index = 0; index < WARM_UP_QUESTIONS; index += 1) ask(index)
    const durationsMs: number[] = []
    const startedAt = performance.now()
    for (let index = 0; performance.now() - startedAt < seconds * 1_000; index += 1) {
      const askedAt = performance.now()
      ask(index)
      durationsMs.push(performance.now() - askedAt)
    }
    const tookMs = performance.now() - startedAt
    durationsMs.sort((a, b) => a - b)
    console.log(`  ${questions.length} different questions, ${articles.length} articles`)
    return Promise.resolve([
      figure('answering.questions-per-second', (durationsMs.length * 1_000) / tookMs, 'questions/s'),
      figure('answering.p99', percentile(durationsMs, 0.99), 'ms'),
    ])
  },
}
