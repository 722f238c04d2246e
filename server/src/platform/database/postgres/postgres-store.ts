// The store on a PostgreSQL server, alone or shared with other processes: one connection that writes, several that read.
// docs/adr/0015
import { HandleEmptyInListsPlugin, Kysely, replaceWithNoncontingentExpression, sql } from 'kysely'
import { migrate } from '../migrate.ts'
import type { Schema } from '../schema.ts'
import type { Database } from '../store.ts'
import { createWriteQueue } from '../write-queue.ts'
import { ColumnsAsOnSqlite } from './column-types.ts'
import { openPool, type PoolPurpose } from './connections.ts'
import { StoreError } from './store-error.ts'
import { OneWriterDialect } from './write-lock.ts'

/** What text is compared by. */
const ENCODING = 'UTF8'
const OLDEST_VERSION = 150_000

export async function openPostgresStore(url: string): Promise<Database> {
  await prepare(url)
  const [writing, reading] = [connect(url, 'write'), connect(url, 'read')]
  const { write, settled } = createWriteQueue(writing)
  let closed = false
  return {
    reader: reading,
    write,
    async close() {
      if (closed) return
      closed = true
      await settled()
      await writing.destroy()
      await reading.destroy()
    },
  }
}

/** SQLite takes a list of nothing for what it says: nothing is in it. */
const emptyLists = new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })

const connect = (url: string, purpose: PoolPurpose): Kysely<Schema> =>
  new Kysely<Schema>({ dialect: new OneWriterDialect({ pool: openPool(url, purpose) }), plugins: [new ColumnsAsOnSqlite(), emptyLists] })

/** Looks at what server it is, and brings the schema up to date: servers that start at once do so one after the other. */
async function prepare(url: string): Promise<void> {
  const db = connect(url, 'migrate')
  try {
    const { rows } = await sql<{ version: string; encoding: string }>`
      select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`.execute(db)
    const [found] = rows
    if (Number(found?.version) < OLDEST_VERSION) throw new StoreError('PostgreSQL 15 or newer is needed')
    if (found?.encoding !== ENCODING) throw new StoreError(`the database must be encoded in ${ENCODING}`)
    await migrate(db)
  } finally {
    await db.destroy()
  }
}
