// A fingerprint of everything a server has stored, to prove that a refused request touched nothing.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

export function storeDigest(dataDir: string): string {
  const db = new Sqlite(join(dataDir, 'zhengna.db'), { readonly: true })
  const hash = createHash('sha256')
  try {
    const tables = db.prepare<[], { name: string }>(`select name from sqlite_master where type = 'table' order by name`).all()
    for (const { name } of tables) {
      hash.update(name).update(JSON.stringify(db.prepare(`select * from "${name}" order by 1`).all()))
    }
  } finally {
    db.close()
  }
  return hash.digest('hex')
}
