// A PostgreSQL for a run of tests, with the databases that each test's own is copied from.
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../server/src/platform/database/database.ts'
import { prepareStore } from './prepared-store.ts'
import { startPostgres } from './postgres-cluster.ts'
import { administer, CLUSTER, templates } from './store-place.ts'

/** The global setup of Vitest's project `postgres`. Returns what stops it again. */
export default async function setUp({ config }: TestProject): Promise<() => Promise<void>> {
  const cluster = await startPostgres()
  if (typeof cluster === 'string') throw new Error(cluster)
  process.env[CLUSTER] = cluster.folder
  const create = (name: string): Promise<unknown> => administer((client) => client.query(`create database ${name}`))
  await create(templates.migrated)
  await (await openDatabase(cluster.url(templates.migrated))).close()
  let forget = (): void => undefined
  if (config.include.some((pattern) => pattern.startsWith('test/real'))) {
    await create(templates.served)
    forget = await prepareStore({ DATABASE_URL: cluster.url(templates.served) })
  }
  return async () => {
    forget()
    await cluster.stop()
  }
}
