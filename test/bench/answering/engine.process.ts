// One engine at one size in a process of its own: `build` or `measure`. Prints what it measured as JSON.
import { percentile } from '../figures.ts'
import { makeCorpus } from './corpus.ts'
import { createFts5 } from './fts5.ts'
import { createMiniSearch } from './minisearch.ts'
import { createOurs } from './ours.ts'
import { engineNames, type EngineName, type SearchEngine } from './search-engine.ts'

const create: Record<EngineName, () => SearchEngine> = { ours: createOurs, minisearch: createMiniSearch, fts5: createFts5 }
const QUERIES = 300
/** Queries whose every prefix is typed. */
const TYPED_QUERIES = 60
const TYPED_MAX_LENGTH = 16

const [step, name = '', size = '', folder = ''] = process.argv.slice(2)
const engineName = engineNames.find((known) => known === name)
if (!engineName) throw new Error(`no such engine: ${name}`)
const engine = create[engineName]()
const { articles, queries } = makeCorpus(Number(size), QUERIES)

if (step === 'build') {
  const from = performance.now()
  engine.build(articles, folder)
  print({ buildMs: performance.now() - from })
} else {
  const before = memory()
  const from = performance.now()
  engine.open(folder)
  const loadMs = performance.now() - from
  const memoryMb = (memory() - before) / 2 ** 20
  for (const { query } of queries.slice(0, 30)) engine.ask(query)
  let firsts = 0
  const ask = queries.map(({ query, expect }) => {
    const begun = performance.now()
    const ids = engine.ask(query)
    const ms = performance.now() - begun
    if (expect.includes(ids[0] ?? '')) firsts += 1
    return ms
  })
  const typed = queries
    .filter((_, place) => place % Math.ceil(QUERIES / TYPED_QUERIES) === 0)
    .flatMap(({ query }) => Array.from({ length: Math.min(TYPED_MAX_LENGTH, query.length) }, (_, i) => query.slice(0, i + 1)))
  const suggest = typed.map((text) => {
    const begun = performance.now()
    engine.suggest(text)
    return performance.now() - begun
  })
  print({ loadMs, memoryMb, ...spread('ask', ask), ...spread('suggest', suggest), top1: firsts / queries.length })
}

function spread(of: string, ms: number[]): Record<string, number> {
  const sorted = ms.toSorted((a, b) => a - b)
  return { [`${of}P50Ms`]: percentile(sorted, 0.5), [`${of}P99Ms`]: percentile(sorted, 0.99) }
}
/** Resident: what SQLite keeps outside the heap counts too. */
function memory(): number {
  globalThis.gc?.()
  return process.memoryUsage().rss
}
function print(figures: Record<string, number>): void {
  process.stdout.write(JSON.stringify(figures))
}
