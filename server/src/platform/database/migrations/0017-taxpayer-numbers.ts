// People are found by their 纳税人识别号, for one to be tagged by a list of them.
import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from '../dialect.ts'

export const taxpayerNumbers: Migration = {
  async up(db: Kysely<unknown>) {
    const number = isPostgres(db) ? sql`((taxpayer::json ->> 'taxpayerNumber'))` : sql`(json_extract(taxpayer, '$.taxpayerNumber'))`
    await sql`create index people_taxpayer_number on people ${number}`.execute(db)
  },
}
