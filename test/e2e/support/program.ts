// The whole program as processes: a server that can be stopped and started again, and hosts for any number of people.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { copyPreparedIndex, copyPreparedStore } from '../../support/prepared-store.ts'
import type { Correction } from '../../../server/src/features/recall/index.ts'
import type { Knock } from './server-with-door.process.ts'

const root = resolve(import.meta.dirname, '../../..')

export interface ProgramOptions {
  /** Whether a test can reach into its server: see server-with-door.process.ts. */
  readonly hasDoor?: boolean
  /** Of its server, beside this process's own. */
  readonly environment?: NodeJS.ProcessEnv
}

export interface Program {
  /** Address of a new window for one more person. */
  openHost(edition: 'taxpayer' | 'console', name?: string): Promise<string>
  /** Ends a host as a crash would; its data stays for the next of the same name. */
  killHost(name: string): Promise<void>
  stopServer(): Promise<void>
  startServer(): Promise<void>
  serverUrl(): string
  /** Publishes a change of an answer; resolves with how many people were told. Only with a server that `hasDoor`. */
  correct(correction: Correction): Promise<number>
  /** Lets time pass at the server, which is at work all the while; resolves with its time. Only with a server that `hasDoor`. */
  pass(ms: number): Promise<number>
  close(): Promise<void>
}

export async function startProgram({ hasDoor = false, environment = {} }: ProgramOptions = {}): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'zhengna-e2e-'))
  copyPreparedStore(join(folder, 'server'))
  const hosts = new Map<string, ChildProcess>()
  let server: ChildProcess | null = null
  let port = '0'

  const run = async (script: string, args: string[], itsOwn: NodeJS.ProcessEnv = {}): Promise<{ child: ChildProcess; url: string }> => {
    const child = spawn(process.execPath, [join(root, script), ...args], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      env: { ...process.env, ZHENGNA_SIGN_INS_PER_MINUTE: '1000', ...itsOwn },
    })
    if (!child.stdout) throw new Error('no output to read')
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /^ready \w+ (\S+)$/.exec(line)?.[1]
      if (url) return { child, url }
    }
    throw new Error(`${script} ended before it was ready`)
  }
  const end = async (child: ChildProcess | null | undefined, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (child?.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }

  const knock = async (what: Knock): Promise<number> => {
    if (!server) throw new Error('the server is not running')
    const answered = once(server, 'message')
    server.send(what)
    const [answer] = (await answered) as [number]
    return answer
  }

  const program: Program = {
    async startServer() {
      const script = hasDoor ? 'test/e2e/support/server-with-door.process.ts' : 'server/src/main.ts'
      const started = await run(script, ['--port', port, '--data', join(folder, 'server')], environment)
      server = started.child
      port = new URL(started.url).port
    },
    serverUrl: () => `http://127.0.0.1:${port}`,
    stopServer: () => end(server, 'SIGTERM'),
    correct: (correction) => knock({ correction }),
    pass: (passMs) => knock({ passMs }),
    async openHost(edition, name = edition) {
      const dataDir = join(folder, name)
      if (!existsSync(dataDir)) copyPreparedIndex(dataDir)
      const { child, url } = await run('src-main/loopback/main.ts', [
        '--edition',
        edition,
        '--server',
        `http://127.0.0.1:${port}`,
        '--data',
        dataDir,
        '--no-window',
      ])
      hosts.set(name, child)
      return url
    },
    killHost: (name) => end(hosts.get(name), 'SIGKILL'),
    async close() {
      for (const child of hosts.values()) await end(child, 'SIGTERM')
      await end(server, 'SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await program.startServer()
  return program
}
