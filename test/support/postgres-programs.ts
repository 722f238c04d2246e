// Where PostgreSQL's server programs are on this machine. npm test installs them on Debian (build/system-packages.mjs).
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const DEBIAN = '/usr/lib/postgresql'
const OLDEST = 15

export const postgresMissing = `PostgreSQL ${OLDEST} or newer is not installed (on Debian: apt-get install postgresql; elsewhere: name the folder of its programs in ZHENGNA_POSTGRES_PROGRAMS)`

/** The folder of the newest; null where there is none. */
export function findPostgres(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number) : []
  const newest = versions.toSorted((a, b) => a - b).at(-1) ?? 0
  const folder = process.env.ZHENGNA_POSTGRES_PROGRAMS ?? (newest >= OLDEST ? join(DEBIAN, String(newest), 'bin') : null)
  return folder !== null && ['postgres', 'postgres.exe'].some((name) => existsSync(join(folder, name))) ? folder : null
}
