// A store as the first start of a server leaves it, seeded and indexed, made once for a run of tests: each server begins with a copy.
// What is tested of first starts themselves starts from nothing (test/real/server-process.test.ts).
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const main = resolve(import.meta.dirname, '../../server/src/main.ts')
/** Where it lies; the processes that run tests inherit it. */
const VARIABLE = 'ZHENGNA_PREPARED_STORE'

/** The global setup of Vitest and Playwright. Returns what removes it again. */
export default (): Promise<() => void> => prepareStore()

/** `environment`: of a store elsewhere, prepared along with the folder. */
export async function prepareStore(environment: Record<string, string> = {}): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'zhengna-prepared-'))
  const server = spawn(process.execPath, [main, '--data', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  })
  for await (const line of createInterface({ input: server.stdout })) if (line.startsWith('ready ')) break
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  await ended
  process.env[VARIABLE] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}

/** Into a server's data folder; without a prepared one the server makes its own. */
export function copyPreparedStore(dataDir: string): void {
  const prepared = process.env[VARIABLE]
  if (prepared) cpSync(prepared, dataDir, { recursive: true })
}

/** Into a host's data folder: what it would index itself from the same knowledge. */
export function copyPreparedIndex(dataDir: string): void {
  const prepared = process.env[VARIABLE]
  if (prepared) cpSync(join(prepared, INDEX), join(dataDir, INDEX))
}

const INDEX = 'knowledge.index'
