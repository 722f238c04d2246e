// Writes the generated documents: the API (OpenAPI), the error catalogue, the server's tables.
// With --check it writes nothing and fails when a committed one differs.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { catalogue } from '@zhengna/contract/errors.ts'
import { startServer } from '../server/src/app.ts'
import { readConfig } from '../server/src/config.ts'
import { openDatabase } from '../server/src/platform/database/database.ts'
import { describeTables } from '../server/src/platform/database/describe.ts'

const docs = resolve(import.meta.dirname, '../docs')
const check = process.argv.includes('--check')
const retryLabels = { never: 'no', later: 'later', 'after-sign-in': 'after signing in' }

function errorsDocument(): string {
  const rows = Object.entries(catalogue).map(
    ([code, { message, status, retry }]) => `| \`${code}\` | ${status} | ${retryLabels[retry]} | ${message} |`,
  )
  return [
    '# Errors',
    '',
    'Generated from `contract/errors.ts` by `npm run docs`.',
    '',
    '| code | HTTP | try again | what the person reads |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

async function apiDocument(dataDir: string): Promise<string> {
  const server = await startServer(readConfig(['--data', dataDir], { ZHENGNA_LOG_LEVEL: 'fatal' }))
  try {
    return `${JSON.stringify(server.openApi(), null, 2)}\n`
  } finally {
    await server.close()
  }
}

async function tablesDocument(): Promise<string> {
  const database = await openDatabase(':memory:')
  try {
    return [
      '# Tables of the server',
      '',
      'Generated from the migrations by `npm run docs`.',
      '',
      '```sql',
      await describeTables(database),
      '```',
      '',
    ].join('\n')
  } finally {
    await database.close()
  }
}

const folder = mkdtempSync(join(tmpdir(), 'zhengna-docs-'))
const documents: Record<string, string> = {
  'errors.md': errorsDocument(),
  'api/openapi.json': await apiDocument(folder),
  'tables.md': await tablesDocument(),
}
rmSync(folder, { recursive: true, force: true })

let differ = 0
for (const [name, text] of Object.entries(documents)) {
  const file = join(docs, name)
  if (!check) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  } else if (read(file) !== text) {
    differ += 1
    console.error(`docs/${name} is not what the code says: run npm run docs.`)
  }
}
process.exit(differ === 0 ? 0 : 1)

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
