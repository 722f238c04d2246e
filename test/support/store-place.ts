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

/** The folders whose databases this process made: those of folders that are gone serve others. */
const made = new Set<string>()

/** What to open. Made where it is not there. */
export async function storeOf(folder: string, template: keyof typeof templates = 'migrated'): Promise<string> {
  if (!isOnPostgres()) return join(folder, 'zhengna.db')
  const name = basename(folder)
  if (made.has(folder)) return urlOn(cluster(), name)
  const spare = template === 'migrated' ? [...made].find((other) => !existsSync(other)) : undefined
  if (spare) made.delete(spare)
  if (template === 'migrated') made.add(folder)
  if (spare) await emptied(basename(spare))
  await administer(async (client) => {
    if (spare) await client.query(`alter database "${basename(spare)}" rename to "${name}"`)
    else if ((await client.query('select from pg_database where datname = $1', [name])).rowCount === 0)
      await client.query(`create database "${name}" template ${templates[template]}`)
  })
  return urlOn(cluster(), name)
}

/** As migrated: quicker than a new one by far. */
async function emptied(database: string): Promise<void> {
  await administer(async (client) => {
    const { rows } = await client.query<{ statement: string }>(`
      select format('delete from %I', tablename) as statement from pg_tables where schemaname = 'public' and tablename not like 'kysely%'
      union all
      select format('alter sequence %I restart', sequencename) from pg_sequences where schemaname = 'public' and last_value is not null`)
    const statements = rows.map(({ statement }) => statement)
    // Without it the order of the tables would matter.
    await client.query(['set session_replication_role = replica', ...statements].join(';'))
  }, database)
}

/** What a server's environment says of its store. */
export const storeEnvironment = async (folder: string, template: keyof typeof templates = 'served'): Promise<{ DATABASE_URL?: string }> =>
  isOnPostgres() ? { DATABASE_URL: await storeOf(folder, template) } : {}

export async function administer<T>(work: (client: pg.Client) => Promise<T>, database = 'postgres'): Promise<T> {
  const client = new pg.Client({ connectionString: urlOn(cluster(), database) })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
