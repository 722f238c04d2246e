// How SQLite means to run a query.
import type Sqlite from 'better-sqlite3'
import type { Compilable } from 'kysely'

export function planOf(sqlite: Sqlite.Database, query: Compilable): string {
  const { sql, parameters } = query.compile()
  const rows = sqlite.prepare(`explain query plan ${sql}`).all(...parameters) as { detail: string }[]
  return rows.map(({ detail }) => detail).join('\n')
}
