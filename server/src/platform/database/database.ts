// The store that a location names: a PostgreSQL server's, or a file of our own.
import { openPostgresStore } from './postgres/postgres-store.ts'
import { openSqliteStore } from './sqlite-store.ts'
import type { Database } from './store.ts'

export type { AfterCommit, Database, Reader, Writer } from './store.ts'

export const isPostgresUrl = (location: string): boolean => /^postgres(ql)?:\/\//.test(location)

/** `location`: a postgres:// address, the path of a file, or ':memory:'. Its schema is brought up to date first. */
export const openDatabase = (location: string): Promise<Database> =>
  isPostgresUrl(location) ? openPostgresStore(location) : openSqliteStore(location)
