// Moves an embedded store to a PostgreSQL server: every row, in one transaction there. The embedded one is left as it is.
import { sql } from 'kysely'
import { openDatabase, type Writer } from '../database.ts'
import { openSqliteTables } from './sqlite-tables.ts'

/** PostgreSQL takes 65,535 values in a statement; the widest table has under 40 columns. */
const ROWS_PER_INSERT = 1_000

/** What was copied. */
export interface Copied {
  readonly table: string
  readonly rows: number
}

/** Why nothing was copied, in a sentence. */
export class CopyRefused extends Error {}

/** Throws where the store at `url` has anything in it. What fails leaves it as empty as it was. */
export async function copyStore(file: string, url: string): Promise<Copied[]> {
  // Both in the newest form first.
  await (await openDatabase(file)).close()
  const target = await openDatabase(url)
  const source = openSqliteTables(file)
  try {
    return await target.write(async (trx) => {
      for (const table of source.names) {
        const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(trx)
        if (rows.length > 0) throw new CopyRefused(`The database is not empty: there are rows in ${table}.`)
      }
      const copied: Copied[] = []
      for (const table of source.names) {
        let rows = 0
        for (const part of source.rowsOf(table, ROWS_PER_INSERT)) {
          await trx
            .insertInto(table as never)
            .values(part)
            .execute()
          rows += part.length
        }
        copied.push({ table, rows })
      }
      await goOnCounting(trx)
      return copied
    })
  } finally {
    source.close()
    await target.close()
  }
}

/** Numbers that the store gives itself go on after the greatest that was copied. */
async function goOnCounting(trx: Writer): Promise<void> {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = current_schema() and is_identity = 'YES'`.execute(trx)
  for (const { table, column } of rows)
    await sql`
      select setval(pg_get_serial_sequence(${table}, ${column}), max(${sql.ref(column)})) from ${sql.table(table)}
      having max(${sql.ref(column)}) is not null`.execute(trx)
}
