// A store as an earlier program left it.
import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from '../../server/src/platform/database/migrations/index.ts'

/** Runs the migrations up to and with `last`, and no further. */
export async function migrateTo(file: string, last: string): Promise<void> {
  const sqlite = new Sqlite(file)
  const db = new Kysely<never>({ dialect: new SqliteDialect({ database: sqlite }) })
  try {
    const { error } = await new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } }).migrateTo(last)
    if (error) throw error as Error
  } finally {
    await db.destroy()
  }
}

/** Looks into a store past the program. */
export function inspect<T>(file: string, work: (db: Sqlite.Database) => T): T {
  const db = new Sqlite(file)
  try {
    return work(db)
  } finally {
    db.close()
  }
}
