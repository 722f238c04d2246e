// Looking for a text within another: the same in SQLite and PostgreSQL, and nothing that is typed is a pattern.
import { sql, type RawBuilder } from 'kysely'

/** `column`: as in `table.column`. Small and capital Latin letters are the same. */
export function containing(column: string, text: string): RawBuilder<boolean> {
  const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`lower(${sql.ref(column)}) like ${pattern} escape '\\'`
}
