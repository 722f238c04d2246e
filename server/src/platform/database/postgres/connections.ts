// Connections to PostgreSQL: how many, how patient, and values as SQLite gives and takes them.
import pg from 'pg'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import { toStoreError } from './store-error.ts'

export type PoolPurpose = 'read' | 'write' | 'migrate'

const READERS = 8
const CONNECT_WITHIN_MS = 10_000
/** A process that hangs in the middle of a write loses it, and the others go on. */
const IDLE_IN_WRITE_MS = 30_000
const STATEMENT_MS = 30_000
const LOCK_MS = 30_000

const purposes: Record<PoolPurpose, pg.PoolConfig> = {
  // A Reader cannot write; that the server says so too costs nothing.
  read: { max: READERS, statement_timeout: STATEMENT_MS, options: '-c default_transaction_read_only=on -c jit=off' },
  write: {
    max: 1,
    idleTimeoutMillis: 0,
    statement_timeout: STATEMENT_MS,
    lock_timeout: LOCK_MS,
    idle_in_transaction_session_timeout: IDLE_IN_WRITE_MS,
    options: '-c jit=off',
  },
  // Takes as long as it takes.
  migrate: { max: 1 },
}

export function openPool(url: string, purpose: PoolPurpose): PostgresPool {
  const pool = new pg.Pool({
    ...purposes[purpose],
    connectionString: url,
    application_name: 'zhengna',
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    keepAlive: true,
    types: { getTypeParser },
  })
  // A connection that breaks is taken out by the pool; whoever uses it hears of it by their query.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: {},
    async connect() {
      const client = await pool.connect().catch((error: unknown) => {
        throw toStoreError(error)
      })
      const known = wrapped.get(client) ?? oneQueryAtATime(client)
      wrapped.set(client, known)
      return known
    },
    end: () => pool.end(),
  }
}

/** Queries that are asked for at once within one transaction wait for each other here: the driver will stop doing it. */
function oneQueryAtATime(client: pg.PoolClient): PostgresPoolClient {
  let tail: Promise<unknown> = Promise.resolve()
  const query = (text: string, values: readonly unknown[]): Promise<unknown> => {
    const result = tail
      .then(() => client.query(text, values.map(storable)))
      .catch((error: unknown) => {
        throw toStoreError(error)
      })
    tail = result.catch(() => undefined)
    return result
  }
  return { query: query as PostgresPoolClient['query'], release: (destroy) => client.release(destroy) }
}

/** PostgreSQL has no U+0000 in a text; nobody writes one who means well. */
const storable = (value: unknown): unknown => (typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value)

const { INT8, NUMERIC } = pg.types.builtins

/** Counts, sums and times are numbers: ours stay far below 2^53. */
const getTypeParser: typeof pg.types.getTypeParser = (oid, format): unknown =>
  oid === INT8 || oid === NUMERIC ? Number : pg.types.getTypeParser(oid, format)
