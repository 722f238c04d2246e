// 纳税人识别号 lies in the profile; an index on what is read from it (migration 0017) finds people by it.
import { sql, type RawBuilder } from 'kysely'
import type { Writer } from './store.ts'
import { isPostgres } from './dialect.ts'

/** Of the row of `people` at hand; null where no profile is. */
export const taxpayerNumber = (db: Writer): RawBuilder<string> =>
  isPostgres(db) ? sql<string>`(taxpayer::json ->> 'taxpayerNumber')` : sql<string>`json_extract(taxpayer, '$.taxpayerNumber')`
