// npm run copy-store -- --data FOLDER: what lies in the folder's store is copied to the empty database that DATABASE_URL names.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError, readConfig } from './config.ts'
import { copyStore, CopyRefused } from './platform/database/copying/copy-store.ts'
import { StoreError } from './platform/database/postgres/store-error.ts'

try {
  const { dataDir, databaseUrl } = readConfig(process.argv.slice(2), process.env)
  const file = join(dataDir, 'zhengna.db')
  if (databaseUrl === null) throw new ConfigError('DATABASE_URL must name the database to copy to.')
  if (!existsSync(file)) throw new ConfigError(`There is no store in ${dataDir}.`)
  const copied = await copyStore(file, databaseUrl)
  for (const { table, rows } of copied) if (rows > 0) console.log(`${table}: ${rows}`)
  console.log(`copied ${copied.reduce((sum, { rows }) => sum + rows, 0)} rows`)
} catch (error) {
  const isExpected = error instanceof ConfigError || error instanceof CopyRefused || error instanceof StoreError
  console.error(isExpected ? error.message : error)
  process.exit(1)
}
