// A fingerprint of everything a server has stored, to prove that a refused request touched nothing.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

export interface StoreWatch {
  digest(): string
  close(): void
}

/** Reads the store again only when somebody has written to it: SQLite counts that for each connection. */
export function watchStore(dataDir: string): StoreWatch {
  const db = new Sqlite(join(dataDir, 'zhengna.db'), { readonly: true })
  let seen: unknown = null
  let held = ''
  return {
    digest() {
      const version = db.pragma('data_version', { simple: true })
      if (version !== seen) held = digestOf(db)
      seen = version
      return held
    },
    close: () => void db.close(),
  }
}

function digestOf(db: Sqlite.Database): string {
  const hash = createHash('sha256')
  const tables = db.prepare<[], { name: string }>(`select name from sqlite_master where type = 'table' order by name`).all()
  // A server's sign of life is no answer to anybody.
  for (const { name } of tables.filter((table) => table.name !== 'pulses')) {
    hash.update(name).update(JSON.stringify(db.prepare(`select * from "${name}" order by 1`).all()))
  }
  return hash.digest('hex')
}
