// The test's side: starts the built shell in a child process in which `electron` is the double.
import { fork } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Edition } from '@zhengna/contract/domain/person.ts'
import type { Commands } from './commands.ts'
import type { Recorded } from './recorder.ts'
import type { Surroundings } from './surroundings.ts'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const root = path('../../../')
/** Nothing listens there: the shell must do without a server. */
const nobody = 'http://127.0.0.1:9'

export interface ShellOptions extends Partial<Pick<Surroundings, 'isPackaged' | 'isFirstInstance' | 'keyStore'>> {
  readonly edition?: Edition
  /** Merged into the app folder's package.json, as electron-builder's extraMetadata is. */
  readonly metadata?: object
  readonly env?: Readonly<Record<string, string | undefined>>
  /** A packaged program's folder in place of the checkout's built parts. */
  readonly program?: string
  /** Its folder is used again: the same person's second start. */
  readonly after?: RunningShell
}

export interface RunningShell {
  readonly folder: string
  readonly userData: string
  ask<K extends keyof Commands>(name: K, ...args: Parameters<Commands[K]>): Promise<Awaited<ReturnType<Commands[K]>>>
  /** Resolves when `condition` holds; asked again after everything that is under way in the shell has had its turn. */
  until(condition: () => Promise<boolean>): Promise<void>
  /** What it wrote to its standard output so far. */
  output(): string
  readonly exited: Promise<{ readonly code: number | null; readonly recorded: readonly Recorded[] }>
  /** Ends it, whatever it is doing, and removes its folder. */
  dispose(): Promise<void>
}

interface Told {
  readonly id?: number
  readonly value?: unknown
  readonly error?: string
  readonly started?: true
  readonly recorded?: readonly Recorded[]
}

export async function startShell(options: ShellOptions = {}): Promise<RunningShell> {
  if (!existsSync(join(root, 'out/main/main.mjs'))) throw new Error('The shell is not built: node build/electron/build.mjs')
  const folder = options.after?.folder ?? mkdtempSync(join(tmpdir(), 'zhengna-electron-'))
  const appPath = options.program ?? join(folder, 'app')
  if (!options.after && !options.program) fillAppFolder(appPath, options.metadata)
  const userData = join(folder, 'data')
  const surroundings: Surroundings = {
    appPath,
    appData: join(folder, 'app-data'),
    isPackaged: options.isPackaged ?? false,
    isFirstInstance: options.isFirstInstance ?? true,
    keyStore: options.keyStore ?? 'gnome_libsecret',
  }
  const child = fork(path('run.ts'), [join(options.program ?? root, 'out/main/main.mjs')], {
    serialization: 'advanced',
    // Warnings about type stripping would drown the shell's own words.
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      ...process.env,
      ELECTRON_DOUBLE: JSON.stringify(surroundings),
      ZHENGNA_EDITION: options.edition ?? 'taxpayer',
      ZHENGNA_SERVER: nobody,
      ZHENGNA_DATA: userData,
      ...options.env,
    },
  })

  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  const started = Promise.withResolvers<undefined>()
  const exited = Promise.withResolvers<{ code: number | null; recorded: readonly Recorded[] }>()
  let lastId = 0
  let lastWords: readonly Recorded[] = []
  child.on('message', (told: Told) => {
    if (told.started) started.resolve(undefined)
    if (told.recorded) lastWords = told.recorded
    if (told.id === undefined) return
    const asked = waiting.get(told.id)
    waiting.delete(told.id)
    if (told.error === undefined) asked?.resolve(told.value)
    else asked?.reject(new Error(told.error))
  })
  let output = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.once('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error('the shell has ended'))
    started.resolve(undefined)
    exited.resolve({ code, recorded: lastWords })
  })

  const shell: RunningShell = {
    folder,
    userData,
    ask(name, ...args) {
      const id = ++lastId
      const asked = Promise.withResolvers<unknown>()
      waiting.set(id, asked)
      child.send({ id, name, args })
      return asked.promise as never
    },
    async until(condition) {
      while (!(await condition())) await new Promise((resolve) => setImmediate(resolve))
    },
    output: () => output,
    exited: exited.promise,
    async dispose() {
      child.kill('SIGKILL')
      await exited.promise
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await started.promise
  return shell
}

/** Waits until the shell shows its window. */
export async function startWindow(options: ShellOptions = {}): Promise<RunningShell> {
  const shell = await startShell(options)
  await shell.until(async () => (await shell.ask('windowCount')) === 1 && (await shell.ask('window')).visible)
  return shell
}

/** The program's folder: our built parts, and windows of two lines in place of the real ones. */
function fillAppFolder(app: string, metadata: object = {}): void {
  mkdirSync(join(app, 'out'), { recursive: true })
  for (const part of ['preload', 'icons']) symlinkSync(join(root, 'out', part), join(app, 'out', part))
  cpSync(path('windows'), join(app, 'out', 'renderer'), { recursive: true })
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'zhengna-hudong', version: '1.2.3', ...metadata }))
}
