// What all engines are given: the seeded articles among made-up questions that look like them, and real questions to find them by.
import type { PlainArticle } from '../../../answering/calibration/plain-knowledge.ts'
import { toPlain } from '../../../answering/calibration/plain-knowledge.ts'
import { readEvaluationSet } from '../../../answering/testing/evaluation-set.ts'
import { readKnowledge } from '../../../answering/testing/knowledge.ts'

export interface Corpus {
  /** Together `size` ways of putting a question, standard and similar ones. */
  readonly articles: readonly PlainArticle[]
  readonly queries: readonly { readonly query: string; readonly expect: readonly string[] }[]
}

/** At most this part of the questions are real ones; the rest are distractors. */
const REAL_SHARE = 0.5

/** Deterministic. `queryCount`: how many of the evaluation set's answerable questions, evenly taken. */
export function makeCorpus(size: number, queryCount: number): Corpus {
  const published = readKnowledge().articles.filter(({ state }) => state === 'published')
  const similarMax = Math.max(0, Math.floor((size * REAL_SHARE) / published.length) - 1)
  const real = published.map((article) => {
    const plain = toPlain(article)
    return { ...plain, similar: plain.similar?.slice(0, similarMax) ?? [] }
  })
  const sentences = published.flatMap(({ question, similar }) => [question, ...similar])
  const missing = size - real.reduce((sum, { similar }) => sum + 1 + similar.length, 0)
  const distractors = Array.from({ length: missing }, (_, i): PlainArticle => {
    // Half of one sentence and half of another: as long and as alike as real questions are, and all different.
    const head = sentences[i % sentences.length] ?? ''
    const tail = sentences[(i * 7 + Math.floor(i / sentences.length) * 131) % sentences.length] ?? ''
    const question = head.slice(0, Math.ceil(head.length / 2)) + tail.slice(Math.floor(tail.length / 2))
    return { id: `made-${i}`, question, topic: `made-${i % 300}` }
  })
  const answerable = readEvaluationSet().flatMap(({ query, expect }) => (expect ? { query, expect } : []))
  const step = Math.max(1, answerable.length / queryCount)
  const queries = Array.from({ length: Math.min(queryCount, answerable.length) }, (_, i) => answerable[Math.floor(i * step)]).filter(
    (query) => query !== undefined,
  )
  return { articles: [...real, ...distractors], queries }
}
