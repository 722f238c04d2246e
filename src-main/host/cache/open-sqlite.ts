// Opens an encrypted store and brings its schema up to date.
import Sqlite, { type Database } from 'better-sqlite3-multiple-ciphers'

/**
 * `key`: 32 bytes. Errors: throws when the file is another's, damaged, or from a newer program;
 * a migration that fails leaves the store as it was.
 */
export function openSqlite(file: string, key: Uint8Array, migrations: readonly string[]): Database {
  const db = new Sqlite(file)
  db.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
  db.pragma('journal_mode = WAL')
  // FULL: what was typed is on disk before the window shows it as written.
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  const version = db.pragma('user_version', { simple: true }) as number
  if (version > migrations.length) throw new Error(`The local store is from a newer version of the program (${version}).`)
  migrations.slice(version).forEach((sql, index) => {
    db.transaction(() => {
      db.exec(sql)
      db.pragma(`user_version = ${version + index + 1}`)
    })()
  })
  return db
}
