import { PostgresAdapter, type Kysely } from 'kysely'

/** For what the two databases cannot be asked for in the same words. */
export const isPostgres = (db: Pick<Kysely<unknown>, 'getExecutor'>): boolean => db.getExecutor().adapter instanceof PostgresAdapter
