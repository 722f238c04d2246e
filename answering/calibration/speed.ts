// Prints build time, memory and ask times on the seeded knowledge and on synthetic questions. By hand: node --expose-gc answering/calibration/speed.ts
import type { Article } from '@zhengna/contract/domain/article.ts'
import { createEngine, initialDialogue } from '../engine.ts'
import { buildArticle } from '../testing/article-builder.ts'
import { readEvaluationSet } from '../testing/evaluation-set.ts'
import { readKnowledge } from '../testing/knowledge.ts'

const queries = readEvaluationSet().map(({ query }) => query)
const seeded = readKnowledge()
const { articles } = seeded
const sentences = articles.flatMap(({ question, similar }) => [question, ...similar])

/** Half of one sentence and half of another: as long and as alike as real questions are, and all different. */
function synthesise(count: number): Article[] {
  return Array.from({ length: count }, (_, i) => {
    const head = sentences[i % sentences.length]!
    const tail = sentences[(i * 7 + Math.floor(i / sentences.length) * 131) % sentences.length]!
    return buildArticle({
      id: `s${String(i)}`,
      topicId: `t${String(i % 300)}`,
      question: head.slice(0, Math.ceil(head.length / 2)) + tail.slice(Math.floor(tail.length / 2)),
      text: '',
    })
  })
}

function measure(name: string, knowledge: readonly Article[]): void {
  globalThis.gc?.()
  const before = process.memoryUsage()
  const start = performance.now()
  const engine = createEngine({ ...seeded, articles: [...knowledge] })
  const builtMs = performance.now() - start
  globalThis.gc?.()
  const after = process.memoryUsage()
  const ask = (query: string): unknown => engine.ask(query, { audiences: [], day: '2026-11-23', dialogue: initialDialogue })
  for (const query of queries) ask(query)
  const times: number[] = []
  for (let round = 0; round < 5; round++) {
    for (const query of queries) {
      const from = performance.now()
      ask(query)
      times.push(performance.now() - from)
    }
  }
  times.sort((a, b) => a - b)
  const at = (share: number): string => times[Math.floor(share * (times.length - 1))]!.toFixed(2)
  const megabytes = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 2 ** 20
  console.log(
    `${name}: ${String(knowledge.length)} articles, built in ${builtMs.toFixed(0)} ms, ${megabytes.toFixed(0)} MB, ask p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, worst ${at(1)} ms`,
  )
}

measure('seeded', articles)
measure('synthetic', synthesise(100_000))
