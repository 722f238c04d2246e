// The system's Chromium-family browser as an application window, steered over its debugging pipe.
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { platform } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

const windowsFolders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? [])
const candidates: Record<string, string[]> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: windowsFolders.flatMap((folder) => [
    join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    join(folder, 'Google/Chrome/Application/chrome.exe'),
  ]),
}

/** Path of an installed browser, or null. ZHENGNA_BROWSER names one. */
export function findBrowser(): string | null {
  const named = process.env.ZHENGNA_BROWSER
  if (named) return existsSync(named) ? named : null
  const searched = (process.env.PATH ?? '').split(delimiter)
  for (const candidate of candidates[platform()] ?? []) {
    const paths = candidate.includes('/') || candidate.includes('\\') ? [candidate] : searched.map((folder) => join(folder, candidate))
    const found = paths.find((path) => existsSync(path))
    if (found) return found
  }
  return null
}

/** Linux without a display has nowhere to open a window. */
export function hasDisplay(): boolean {
  return platform() !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
}

export interface BrowserWindow {
  control(action: 'minimise' | 'toggle-maximise' | 'close'): Promise<void>
  close(): void
}

export interface BrowserWindowOptions {
  readonly browser: string
  readonly url: string
  /** The browser's own profile for this window, beside the host's data. */
  readonly profileDir: string
  readonly size: { readonly width: number; readonly height: number }
  readonly onClosed: () => void
}

export function openBrowserWindow({ browser, url, profileDir, size, onClosed }: BrowserWindowOptions): BrowserWindow {
  const asRoot = platform() === 'linux' && process.getuid?.() === 0
  const child = spawn(
    browser,
    [
      `--app=${url}`,
      `--user-data-dir=${profileDir}`,
      `--window-size=${size.width},${size.height}`,
      '--remote-debugging-pipe',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Our words are the tax law's: nobody is served well by their translation.
      '--disable-features=Translate',
      '--lang=zh-CN',
      // Chromium refuses to run as root with its sandbox; that is a build machine, never a taxpayer's.
      ...(asRoot ? ['--no-sandbox', '--test-type'] : []),
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  )
  child.once('exit', onClosed)
  child.once('error', onClosed)
  const ask = createPipe(child)
  const close = (): void => void child.kill()
  // The window is the program's own, in a profile of its own: the program's setting decides about notes, not a question of the browser's.
  ask('Browser.grantPermissions', { origin: new URL(url).origin, permissions: ['notifications'] }).catch(() => undefined)

  return {
    close,
    async control(action) {
      if (action === 'close') {
        // Asked politely the profile is left in order; a browser that does not answer is ended.
        await ask('Browser.close', {}).catch(close)
        return
      }
      const { targetInfos } = (await ask('Target.getTargets', {})) as { targetInfos: { targetId: string; type: string }[] }
      const page = targetInfos.find(({ type }) => type === 'page')
      if (!page) return
      const { windowId, bounds } = (await ask('Browser.getWindowForTarget', { targetId: page.targetId })) as {
        windowId: number
        bounds: { windowState: string }
      }
      const windowState = action === 'minimise' ? 'minimized' : bounds.windowState === 'maximized' ? 'normal' : 'maximized'
      await ask('Browser.setWindowBounds', { windowId, bounds: { windowState } })
    },
  }
}

type Ask = (method: string, params: object) => Promise<unknown>

/** Chrome DevTools Protocol over file descriptors 3 and 4: JSON, each message ended by a zero byte. */
function createPipe(child: ChildProcess): Ask {
  const [, , , write, read] = child.stdio as unknown as [null, null, null, Writable, Readable]
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let lastId = 0
  let buffered = ''
  read.setEncoding('utf8').on('data', (chunk: string) => {
    const messages = (buffered + chunk).split('\0')
    buffered = messages.pop() ?? ''
    for (const message of messages) {
      const { id, result, error } = JSON.parse(message) as { id?: number; result?: unknown; error?: { message: string } }
      const asked = id === undefined ? undefined : waiting.get(id)
      if (!asked || id === undefined) continue
      waiting.delete(id)
      if (error) asked.reject(new Error(error.message))
      else asked.resolve(result)
    }
  })
  // The browser may go at any moment; whoever asked hears of it below.
  write.on('error', () => undefined)
  child.once('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('the browser was closed'))
    waiting.clear()
  })
  return (method, params) =>
    new Promise((resolve, reject) => {
      if (child.exitCode !== null) return reject(new Error('the browser was closed'))
      lastId += 1
      waiting.set(lastId, { resolve, reject })
      write.write(`${JSON.stringify({ id: lastId, method, params })}\0`)
    })
}
