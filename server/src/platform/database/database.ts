// The embedded store: SQLite in WAL mode, one connection that writes and one that reads.
// Writes run one after the other, each in a transaction, its after-effects before the next begins,
// so that what is published has the order of what was stored. Reads never wait for them.
import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect, type Transaction } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from './migrations/index.ts'
import type { Schema } from './schema.ts'

/** Reads only. A Writer is a Reader too, so that a store's query serves inside and outside a transaction. */
export type Reader = Pick<Kysely<Schema>, 'selectFrom'>
export type Writer = Transaction<Schema>

/** Called when the transaction is safe on disk, in order; what one throws neither undoes it nor keeps the others from running. */
export type AfterCommit = (effect: () => void) => void

export interface Database {
  readonly reader: Reader
  /** Runs `work` in a transaction of its own; throws what it throws, with nothing stored. */
  write<T>(work: (trx: Writer, after: AfterCommit) => Promise<T>): Promise<T>
  /** May be called twice. */
  close(): Promise<void>
}

export async function openDatabase(file: string): Promise<Database> {
  const writing = connect(file)
  await migrate(writing.db)
  const reading = file === ':memory:' ? writing : connect(file)
  let tail: Promise<unknown> = Promise.resolve()
  let closed = false

  const run = async <T>(work: (trx: Writer, after: AfterCommit) => Promise<T>): Promise<T> => {
    const effects: (() => void)[] = []
    const value = await writing.db.transaction().execute((trx) => work(trx, (effect) => effects.push(effect)))
    for (const effect of effects) runEffect(effect)
    return value
  }

  return {
    reader: reading.db,
    write(work) {
      const result = tail.then(() => run(work))
      // The chain goes on whatever one write did; its caller hears of the error.
      tail = result.catch(() => undefined)
      return result
    },
    async close() {
      if (closed) return
      closed = true
      await tail
      await writing.db.destroy()
      if (reading !== writing) await reading.db.destroy()
    },
  }
}

function runEffect(effect: () => void): void {
  try {
    effect()
  } catch (error) {
    // A listener's bug: reported like any other, but not to the one whose write is stored.
    process.emitWarning(error instanceof Error ? error : String(error))
  }
}

function connect(file: string): { db: Kysely<Schema> } {
  const sqlite = new Sqlite(file)
  sqlite.pragma('journal_mode = WAL')
  // FULL: an acknowledged message survives a power cut, not only a crash.
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('busy_timeout = 5000')
  return { db: new Kysely<Schema>({ dialect: new SqliteDialect({ database: sqlite }) }) }
}

/** Stops at the first migration that fails: a half-migrated store must not be served. */
async function migrate(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error instanceof Error ? error : new Error(`The database could not be migrated: ${JSON.stringify(error)}`)
}
