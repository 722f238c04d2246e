// npm run bench:answering: our engine beside MiniSearch and SQLite FTS5, on the same data in the same run.
// Options: --sizes 1000,10000,100000 and --json FILE.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { engineNames, type EngineName } from './search-engine.ts'

const columns = ['buildMs', 'loadMs', 'memoryMb', 'askP50Ms', 'askP99Ms', 'suggestP50Ms', 'suggestP99Ms', 'top1'] as const
type Row = { readonly questions: number; readonly engine: EngineName } & Record<(typeof columns)[number], number>

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '1000,10000,100000' }, json: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'zhengna-bench-answering-'))
const rows: Row[] = []
print(['questions', 'engine', ...columns])
for (const questions of values.sizes.split(',').map(Number)) {
  const place = join(folder, String(questions))
  mkdirSync(place)
  for (const engine of engineNames) {
    const row = { questions, engine, ...run('build', engine, questions, place), ...run('measure', engine, questions, place) } as Row
    rows.push(row)
    print([String(questions), engine, ...columns.map((column) => shown(column, row[column]))])
  }
}
rmSync(folder, { recursive: true, force: true })
if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`)

function run(step: 'build' | 'measure', engine: EngineName, questions: number, place: string): Partial<Row> {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--expose-gc', join(import.meta.dirname, 'engine.process.ts'), step, engine, String(questions), place],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  if (status !== 0) throw new Error(`${engine} at ${questions}: ${step} failed`)
  return JSON.parse(stdout) as Partial<Row>
}
function shown(column: (typeof columns)[number], value: number): string {
  if (column === 'top1') return `${(100 * value).toFixed(1)} %`
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2)
}
function print(cells: readonly string[]): void {
  console.log(cells.map((cell, place) => (place === 1 ? cell.padEnd(11) : cell.padStart(13))).join(' '))
}
