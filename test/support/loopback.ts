// The loopback shell as a process of its own, as `npm run host -- --no-window` starts it.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { join, resolve } from 'node:path'
import type { Edition } from '@zhengna/contract/domain/person.ts'
import { temporaryFolder } from './server.ts'

const root = resolve(import.meta.dirname, '../..')
const START_WITHIN_MS = 20_000

/** Builds the windows where nobody has yet. */
export function ensureWindows(): void {
  if (existsSync(join(root, 'out/renderer/taxpayer/index.html'))) return
  const built = spawnSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build'], { cwd: root, encoding: 'utf8' })
  if (built.status !== 0) throw new Error(built.stderr)
}

export interface LoopbackShell {
  /** Without the key. */
  readonly origin: string
  readonly port: number
  readonly key: string
  readonly dataDir: string
  readonly hasEnded: () => boolean
  /** What a browser never would: any method, any path, any header. */
  raw(call: RawHttp): Promise<RawHttpReply>
  /** The cookie that the key is exchanged for. */
  cookie(): Promise<string>
  /** Asks it to stop; resolves with its exit code. */
  stop(): Promise<number | null>
}

export interface RawHttp {
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
}
export interface RawHttpReply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export async function startLoopback(edition: Edition, serverUrl: string): Promise<LoopbackShell> {
  ensureWindows()
  const dataDir = temporaryFolder('loopback')
  const child = spawn(
    process.execPath,
    [join(root, 'src-main/loopback/main.ts'), '--edition', edition, '--server', serverUrl, '--data', dataDir, '--no-window'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  const address = await new Promise<URL>((found, failed) => {
    let printed = ''
    let complained = ''
    const patience = setTimeout(() => failed(new Error(`the shell did not start: ${printed}${complained}`)), START_WITHIN_MS)
    child.stderr.on('data', (bytes: Buffer) => (complained += bytes.toString()))
    child.stdout.on('data', (bytes: Buffer) => {
      printed += bytes.toString()
      const url = new RegExp(`ready ${edition} (\\S+)`).exec(printed)?.[1]
      if (!url) return
      clearTimeout(patience)
      found(new URL(url))
    })
  })
  const port = Number(address.port)
  const shell: LoopbackShell = {
    origin: address.origin,
    port,
    key: address.searchParams.get('key') ?? '',
    dataDir,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    raw: ({ method = 'GET', path = '/', headers = {} }) =>
      new Promise((done, failed) => {
        const asked = request(
          { host: '127.0.0.1', port, method, path, headers: { host: `127.0.0.1:${port}`, ...headers }, agent: false },
          (response) => {
            let body = ''
            response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
            response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }))
          },
        )
        asked.on('error', failed).end()
      }),
    async cookie() {
      const { headers } = await shell.raw({ path: `/?key=${shell.key}` })
      return headers['set-cookie']?.[0]?.split(';')[0] ?? ''
    },
    async stop() {
      child.kill('SIGTERM')
      const code = await ended
      rmSync(dataDir, { recursive: true, force: true })
      return code
    },
  }
  return shell
}
