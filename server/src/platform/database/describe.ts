// The tables as they are, for the generated document.
import { sql } from 'kysely'
import type { Database } from './database.ts'

/** The CREATE statements of all tables and indexes, a blank line between. */
export async function describeTables(database: Database): Promise<string> {
  return database.write(async (trx) => {
    const { rows } = await sql<{
      sql: string
    }>`select sql from sqlite_master where sql is not null and name not like 'kysely%' order by tbl_name, type desc, name`.execute(trx)
    return rows.map((row) => `${row.sql};`).join('\n\n')
  })
}
