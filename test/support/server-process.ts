// The server as a process of its own, as `npm run server` starts it: for what would take a test down with it.
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { temporaryFolder } from './server.ts'
import { storeEnvironment } from './store-place.ts'

const root = resolve(import.meta.dirname, '../..')
const START_WITHIN_MS = 120_000

export interface ServerProcess {
  readonly url: string
  readonly port: number
  readonly pid: number
  readonly printed: () => string
  readonly hasEnded: () => boolean
  signal(name: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | null>
  /** Ends it however it is, and removes what it stored. */
  remove(): Promise<void>
}

/** Where it never gets ready: its exit code and what it said. */
export interface StillBorn {
  readonly code: number | null
  readonly complained: string
}

export async function startServerProcess(
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<ServerProcess | StillBorn> {
  const dataDir = temporaryFolder('server-process')
  const store = await storeEnvironment(dataDir, 'empty')
  const child = spawn(process.execPath, [join(root, 'server/src/main.ts'), '--data', dataDir, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'test', ...store, ...env },
  })
  let printed = ''
  let complained = ''
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  child.stderr.on('data', (bytes: Buffer) => (complained += bytes.toString()))
  const url = await new Promise<string | null>((found) => {
    const patience = setTimeout(() => child.kill('SIGKILL'), START_WITHIN_MS)
    void ended.then(() => {
      clearTimeout(patience)
      found(null)
    })
    child.stdout.on('data', (bytes: Buffer) => {
      printed += bytes.toString()
      const ready = /^ready server (\S+)\n/m.exec(printed)?.[1]
      if (!ready) return
      clearTimeout(patience)
      found(ready)
    })
  })
  const remove = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
    rmSync(dataDir, { recursive: true, force: true })
  }
  if (url === null) {
    const code = await ended
    await remove()
    return { code, complained }
  }
  return {
    url,
    port: Number(new URL(url).port),
    pid: child.pid ?? 0,
    printed: () => printed,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    signal(name) {
      child.kill(name)
      return ended
    },
    remove,
  }
}
