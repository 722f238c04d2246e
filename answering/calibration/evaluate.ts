// npm run evaluate -- --knowledge K.jsonl --queries Q.jsonl [--json OUT.jsonl] [--embedding FOLDER]: asks every query of a knowledge
// base, any one, and prints how well and how fast it was answered, with an embedding model if one is named. Needs no server.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Decision } from '@zhengna/contract/domain/answer.ts'
import { createEngine, initialDialogue, type Reply } from '../engine.ts'
import { readLexicon } from '../testing/lexicon.ts'
import { readJsonLines } from './json-lines.ts'
import { nearnessesOf } from './nearnesses.ts'
import { fromPlain, type PlainArticle } from './plain-knowledge.ts'

type Expected = 'answer' | 'clarify' | 'none' | 'transfer'
interface Query {
  readonly query: string
  /** Articles any of which is right; null or absent where none is, or nobody says. */
  readonly expect?: readonly string[] | null
  readonly decision?: Expected
}

/** The four kinds that a query may expect. Offering questions to pick from is asking back; small talk answers nothing. */
const kindOf: Record<Decision, Expected> = {
  answer: 'answer',
  clarify: 'clarify',
  related: 'clarify',
  none: 'none',
  'hand-over': 'transfer',
  greeting: 'none',
  'own-records': 'none',
}

const { values } = parseArgs({
  options: {
    knowledge: { type: 'string' },
    queries: { type: 'string' },
    json: { type: 'string' },
    embedding: { type: 'string' },
  },
})
if (!values.knowledge || !values.queries) {
  console.error('npm run evaluate -- --knowledge K.jsonl --queries Q.jsonl [--json OUT.jsonl] [--embedding FOLDER]')
  process.exit(2)
}

const rows = readJsonLines(values.knowledge) as PlainArticle[]
const queries = readJsonLines(values.queries) as Query[]
globalThis.gc?.()
const memoryBefore = memory()
const startedAt = performance.now()
const knowledge = fromPlain(rows, readLexicon())
const engine = createEngine(knowledge)
const loadMs = performance.now() - startedAt
globalThis.gc?.()
const memoryMb = (memory() - memoryBefore) / 2 ** 20

const context = { audiences: [], day: new Date().toISOString().slice(0, 10), dialogue: initialDialogue }
// The first questions of a process are slow for reasons that are not the engine's.
for (const { query } of queries.slice(0, 200)) engine.ask(query, context)

// The model's own time is not the engine's: it is asked before.
const nearnesses = values.embedding ? await nearnessesOf(values.embedding, knowledge.articles, queries) : []
const results = queries.map((query, at) => {
  const nearness = nearnesses[at]
  const from = performance.now()
  const reply = engine.ask(query.query, nearness ? { ...context, nearness } : context)
  return { query, reply, ms: performance.now() - from }
})

if (values.json) {
  const lines = results.map(({ query, reply, ms }) =>
    JSON.stringify({
      query: query.query,
      decision: kindOf[reply.answer.decision],
      ranked: reply.ranked.map(({ articleId, score }) => ({ id: articleId, score: round(score) })),
      ms: round(ms),
    }),
  )
  writeFileSync(values.json, lines.join('\n') + '\n')
}

const placed = results.filter(({ query }) => query.expect && query.expect.length > 0).map(({ query, reply }) => placeOf(query, reply))
const decided = results.filter(({ query }) => query.decision !== undefined)
const times = results.map(({ ms }) => ms).sort((a, b) => a - b)
const print = (name: string, value: string): void => console.log(`${name.padEnd(20)} ${value}`)
print('articles', String(rows.length))
print('queries', String(queries.length))
if (placed.length > 0) {
  print('top-1', percent(placed.filter((place) => place === 0).length, placed.length))
  print('top-3', percent(placed.filter((place) => place >= 0 && place < 3).length, placed.length))
  print('MRR', (placed.reduce((sum, place) => sum + (place < 0 ? 0 : 1 / (place + 1)), 0) / placed.length).toFixed(4))
}
if (decided.length > 0) {
  print('decision accuracy', percent(decided.filter(isRightlyDecided).length, decided.length))
  for (const [expected, group] of Map.groupBy(decided, ({ query }) => query.decision!)) {
    print(`  ${expected}`, `${percent(group.filter(isRightlyDecided).length, group.length)}  ${distribution(group)}`)
  }
}
print('ms p50', at(0.5))
print('ms p99', at(0.99))
print('load ms', loadMs.toFixed(0))
print('memory MB', memoryMb.toFixed(0))

function placeOf(query: Query, { ranked }: Reply): number {
  return ranked.findIndex(({ articleId }) => query.expect!.includes(articleId))
}
function isRightlyDecided({ query, reply }: { query: Query; reply: Reply }): boolean {
  return kindOf[reply.answer.decision] === query.decision
}
function distribution(group: readonly { reply: Reply }[]): string {
  const counts = Object.entries(Object.groupBy(group, ({ reply }) => reply.answer.decision))
  return counts.map(([decision, replies]) => `${decision} ${replies.length}`).join(', ')
}
function memory(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(2)} %`
}
function at(share: number): string {
  return (times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? NaN).toFixed(3)
}
function round(value: number): number {
  return Number(value.toFixed(4))
}
