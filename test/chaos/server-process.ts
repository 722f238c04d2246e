// The real server as a process of its own, which can be killed like one.
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const main = join(import.meta.dirname, '../../server/src/main.ts')

export interface ServerProcess {
  /** http://127.0.0.1:port; the port stays the same over restarts. */
  readonly url: string
  readonly port: number
  readonly pid: number
  /** SIGKILL: no goodbye to anybody, nothing flushed. */
  kill(): Promise<void>
  start(): Promise<void>
  /** SIGTERM, and waits for its end. May be called when it does not run. */
  stop(): Promise<void>
}

/** Limits of one address are raised: the whole crowd comes from 127.0.0.1. */
const environment = {
  ZHENGNA_SIGN_INS_PER_MINUTE: '1000000',
  ZHENGNA_REQUESTS_PER_MINUTE: '10000000',
  ZHENGNA_LOG_LEVEL: 'error',
  ZHENGNA_SECRET: 'a test',
}

export async function startServerProcess(
  dataDir: string,
  settings: Record<string, string> = {},
  nodeArgs: readonly string[] = [],
): Promise<ServerProcess> {
  let child: ChildProcess | null = null
  let url = ''

  const start = async (): Promise<void> => {
    const port = url ? new URL(url).port : '0'
    const started = spawn(process.execPath, [...nodeArgs, main, '--data', dataDir, '--port', port], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      env: { ...process.env, ...environment, ...settings },
    })
    child = started
    const { stdout } = started
    url = await new Promise<string>((resolve, reject) => {
      if (stdout)
        createInterface(stdout).on('line', (line) => {
          if (line.startsWith('ready server ')) resolve(line.slice('ready server '.length))
          else console.log(line)
        })
      started.once('error', reject)
      started.once('exit', (code, signal) => reject(new Error(`the server ended with ${signal ?? String(code)} before it was ready`)))
    })
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ending = child
    child = null
    if (ending?.exitCode !== null || ending.signalCode !== null) return
    const ended = new Promise((resolve) => ending.once('exit', resolve))
    ending.kill(signal)
    await ended
  }

  await start()
  return {
    get url() {
      return url
    },
    get port() {
      return Number(new URL(url).port)
    },
    get pid() {
      return child?.pid ?? 0
    },
    kill: () => end('SIGKILL'),
    start,
    stop: () => end('SIGTERM'),
  }
}
