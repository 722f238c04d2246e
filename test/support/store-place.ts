// Where the store of a data folder is: its own file, or, where the tests run on PostgreSQL, a database of the folder's name.
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import pg from 'pg'
import { urlOn } from './postgres-cluster.ts'

/** 'postgres': the tests run on it. Set by vitest.config.ts. */
const STORE = 'ZHENGNA_TEST_STORE'
/** The folder of the running cluster: test/support/postgres.setup.ts. */
export const CLUSTER = 'ZHENGNA_TEST_POSTGRES'

/** Databases that others are copied from: one with nothing in it, one migrated, one as a server's first start leaves it. */
export const templates = { empty: 'template1', migrated: 'zhengna_migrated', served: 'zhengna_served' } as const

export const isOnPostgres = (): boolean => process.env[STORE] === 'postgres'

const cluster = (): string => {
  const folder = process.env[CLUSTER]
  if (!folder) throw new Error(`${STORE}=postgres needs ${CLUSTER}`)
  return folder
}

/** The folders whose databases this process made: those of folders that are gone go too. */
const made = new Set<string>()

/** What to open. Made where it is not there. */
export async function storeOf(folder: string, template: keyof typeof templates = 'migrated'): Promise<string> {
  if (!isOnPostgres()) return join(folder, 'zhengna.db')
  const name = basename(folder)
  await administer(async (client) => {
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database')
    for (const gone of [...made].filter((other) => !existsSync(other))) {
      await client.query(`drop database "${basename(gone)}" with (force)`)
      made.delete(gone)
    }
    if (rows.some(({ datname }) => datname === name)) return
    await client.query(`create database "${name}" template ${templates[template]}`)
    made.add(folder)
  })
  return urlOn(cluster(), name)
}

/** What a server's environment says of its store. */
export const storeEnvironment = async (folder: string, template: keyof typeof templates = 'served'): Promise<{ DATABASE_URL?: string }> =>
  isOnPostgres() ? { DATABASE_URL: await storeOf(folder, template) } : {}

export async function administer<T>(work: (client: pg.Client) => Promise<T>, folder = cluster()): Promise<T> {
  const client = new pg.Client({ connectionString: urlOn(folder, 'postgres') })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
