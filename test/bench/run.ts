// npm run bench: measures and prints a table. Options: --json FILE, --only NAME-PREFIX, --seconds N (of each speed, default 5).
// Machines differ and are shared: what is compared between runs is the ratio to the peer measured beside it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { answering } from './answering.bench.ts'
import { chat } from './chat.bench.ts'
import { connections } from './connections.bench.ts'
import { printTable, type Benchmark, type Figure } from './figures.ts'
import { reading } from './reading.bench.ts'
import { start } from './start.bench.ts'

const { values } = parseArgs({
  options: { json: { type: 'string' }, only: { type: 'string', default: '' }, seconds: { type: 'string', default: '5' } },
})
const benchmarks: readonly Benchmark[] = [chat, connections, answering, reading, start]
const wanted = (name: string): boolean => name.startsWith(values.only)
const folder = mkdtempSync(join(tmpdir(), 'zhengna-bench-'))
const figures: Figure[] = []
for (const benchmark of benchmarks) {
  if (!benchmark.names.some(wanted)) continue
  console.log(`${benchmark.names.join(', ')} …`)
  mkdirSync(folder, { recursive: true })
  figures.push(...(await benchmark.run({ seconds: Number(values.seconds), folder })).filter(({ name }) => wanted(name)))
}
rmSync(folder, { recursive: true, force: true })
printTable(figures)
if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`)
process.exit(figures.length > 0 ? 0 : 1)
