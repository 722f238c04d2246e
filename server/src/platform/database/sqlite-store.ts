// The embedded store: SQLite in WAL mode, one connection that writes and one that reads. Reads never wait for writes.
import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { migrate } from './migrate.ts'
import type { Schema } from './schema.ts'
import type { Database } from './store.ts'
import { createWriteQueue } from './write-queue.ts'

export async function openSqliteStore(file: string): Promise<Database> {
  const writing = connect(file)
  await migrate(writing)
  const reading = file === ':memory:' ? writing : connect(file)
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
      if (reading !== writing) await reading.destroy()
    },
  }
}

function connect(file: string): Kysely<Schema> {
  const sqlite = new Sqlite(file)
  sqlite.pragma('journal_mode = WAL')
  // FULL: an acknowledged message survives a power cut, not only a crash.
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('busy_timeout = 5000')
  return new Kysely<Schema>({ dialect: new SqliteDialect({ database: sqlite }) })
}
