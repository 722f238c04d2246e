import { PostgresAdapter, type Kysely } from 'kysely'

/** For what the two databases cannot be asked for in the same words. */
export const isPostgres = (db: Kysely<never> | Kysely<unknown>): boolean => db.getExecutor().adapter instanceof PostgresAdapter
