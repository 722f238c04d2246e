// The rows of an embedded store, table by table, as they are: read once, to be put elsewhere.
import Sqlite from 'better-sqlite3'

export type Row = Readonly<Record<string, unknown>>

export interface SqliteTables {
  /** In the order in which they were made: each refers to earlier ones alone. */
  readonly names: readonly string[]
  /** In parts, in the order of storing. */
  rowsOf(table: string, perPart: number): Generator<readonly Row[]>
  close(): void
}

/** All reads see the store as it is now, whoever writes to it meanwhile. */
export function openSqliteTables(file: string): SqliteTables {
  const sqlite = new Sqlite(file, { readonly: true, fileMustExist: true })
  sqlite.exec('begin')
  const names = sqlite
    .prepare("select name from sqlite_master where type = 'table' and name not like 'kysely%' and name not like 'sqlite%' order by rowid")
    .pluck()
    .all() as string[]
  return {
    names,
    *rowsOf(table, perPart) {
      const part = sqlite.prepare(`select rowid as _rowid, * from "${table}" where rowid > ? order by rowid limit ?`)
      let last = -1
      for (;;) {
        const found = part.all(last, perPart) as (Row & { _rowid: number })[]
        if (found.length === 0) return
        last = found.at(-1)?._rowid ?? last
        yield found.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => column !== '_rowid')) as Row)
      }
    },
    close: () => void sqlite.close(),
  }
}
