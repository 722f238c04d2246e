// A PostgreSQL server of our own: a throw-away cluster in a temporary folder, reached by a socket in it. Gone with whoever started it.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { findPostgres, postgresMissing } from './postgres-programs.ts'

export interface PostgresCluster {
  readonly folder: string
  url(database: string): string
  stop(): Promise<void>
}

export interface ClusterOptions {
  /** As an operator's: a commit is on disk. Otherwise it is quick. */
  readonly durable?: boolean
}

/** Its order is not that of code points: what depends on the database's own would be seen. */
const LOCALE = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=zh']
const quick = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

export const urlOn = (folder: string, database: string): string => `postgres://postgres@localhost/${database}?host=${folder}`

/** A sentence where there is none to be had. */
export async function startPostgres({ durable = false }: ClusterOptions = {}): Promise<PostgresCluster | string> {
  const programs = findPostgres()
  if (!programs) return postgresMissing
  const folder = mkdtempSync(join(tmpdir(), 'zhengna-postgres-'))
  const data = join(folder, 'data')
  const user = serverUser()
  if (user) chownSync(folder, user.uid, user.gid)
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    mkdirSync(data)
    if (user) chownSync(data, user.uid, user.gid)
    execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', ...LOCALE], {
      stdio: ['ignore', 'ignore', 'pipe'],
      cwd: folder,
      ...user,
    })
    const settings = ['listen_addresses=', 'max_connections=200', ...(durable ? [] : quick)].flatMap((setting) => ['-c', setting])
    const server = spawn(join(programs, 'postgres'), ['-D', data, '-k', folder, ...settings], {
      stdio: ['ignore', 'ignore', 'pipe'],
      cwd: folder,
      ...user,
    })
    await ready(server)
    const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
    const abandon = (): void => void server.kill('SIGQUIT')
    process.once('exit', abandon)
    return {
      folder,
      url: (database) => urlOn(folder, database),
      async stop() {
        process.off('exit', abandon)
        server.kill('SIGINT')
        await ended
        remove()
      },
    }
  } catch (error) {
    remove()
    return `PostgreSQL does not start here: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`
  }
}

/** PostgreSQL does not run as root: where we do, it is the user that came with it. */
function serverUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const id = (what: string): number => Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const said: string[] = []
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`it ended with ${String(code)}: ${said.at(-1) ?? ''}`)))
    if (server.stderr)
      createInterface(server.stderr).on('line', (line) => {
        said.push(line)
        if (line.includes('ready to accept connections')) resolve()
      })
  })
}
