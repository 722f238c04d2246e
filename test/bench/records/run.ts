// npm run bench:records: the personal centre over hundreds of thousands of records, and a rush for one half hour, on both stores.
// Options: --stores sqlite,postgres, --rows 200000, --asks 400 (of each filter), --json FILE. Fails where a target is missed.
// Each figure stands beside a floor of the same run: the least that a store, or a server, can be asked for.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../../../server/src/platform/database/database.ts'
import { startPostgres } from '../../support/postgres-cluster.ts'
import { printTable, type Figure } from '../figures.ts'
import { fillStore } from './fill.ts'
import { measureFilters } from './filters.ts'
import { rush } from './rush.ts'

const QUERY_P99_MS = 30
const RUSH_MS = 2_000

const { values } = parseArgs({
  options: {
    stores: { type: 'string', default: 'sqlite,postgres' },
    rows: { type: 'string', default: '200000' },
    asks: { type: 'string', default: '400' },
    json: { type: 'string' },
  },
})
const figures: Figure[] = []
for (const store of values.stores.split(',')) figures.push(...(store === 'postgres' ? await onPostgres() : await onSqlite()))
printTable(figures)
if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`)
const target = (name: string): number => (name.includes('rush') ? RUSH_MS : name.endsWith('neighbours included') ? Infinity : QUERY_P99_MS)
const missed = figures.filter(({ name, value }) => value > target(name))
for (const { name, value, unit } of missed) console.error(`missed: ${name}, ${value} ${unit}`)
process.exit(missed.length > 0 ? 1 : 0)

async function onSqlite(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zhengna-bench-'))
  try {
    return await measure('sqlite', folder, join(folder, 'zhengna.db'), {}, 1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** As an operator's: what is acknowledged is on disk. */
async function onPostgres(): Promise<Figure[]> {
  const cluster = await startPostgres({ durable: true })
  if (typeof cluster === 'string') throw new Error(cluster)
  const folder = mkdtempSync(join(tmpdir(), 'zhengna-bench-'))
  try {
    const url = cluster.url('postgres')
    return await measure('postgres', folder, url, { DATABASE_URL: url }, 2)
  } finally {
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(
  store: string,
  folder: string,
  location: string,
  environment: Record<string, string>,
  processes: number,
): Promise<Figure[]> {
  console.log(`${store}: filling …`)
  await fillStore(location, Number(values.rows))
  const database = await openDatabase(location)
  console.log(`${store}: asking …`)
  const filters = await measureFilters(store, database.reader, Number(values.rows), Number(values.asks))
  await database.close()
  const rushes: Figure[] = []
  for (let servers = 1; servers <= processes; servers += 1) {
    console.log(`${store}: a rush, ${servers} server processes …`)
    rushes.push(...(await rush(store, folder, location, environment, servers)))
  }
  return [...filters, ...rushes]
}
