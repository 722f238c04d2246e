// How long `npm start` takes the second time, and a window until there is something in it.
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from '@playwright/test'
import { figure, percentile, type Benchmark } from './figures.ts'

const root = join(import.meta.dirname, '../..')
const WINDOWS = 5
/** The sign-in form, or the chat of somebody who is signed in. */
const CONTENT = 'input[type=password], textarea'

export const start: Benchmark = {
  names: ['start.second-run-to-ready', 'window.first-content'],
  async run({ folder }) {
    const data = join(folder, 'start')
    const first = await npmStart(data)
    await first.stop()
    const second = await npmStart(data)
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
    const durationsMs: number[] = []
    for (let window = 0; window < WINDOWS; window += 1) {
      // A context of its own: nothing is cached from the window before.
      const context = await browser.newContext({ viewport: { width: 1_280, height: 800 } })
      const page = await context.newPage()
      const openedAt = performance.now()
      await page.goto(second.taxpayerUrl, { waitUntil: 'commit' })
      await page.locator(CONTENT).first().waitFor({ state: 'visible' })
      durationsMs.push(performance.now() - openedAt)
      await context.close()
    }
    await browser.close()
    await second.stop()
    durationsMs.sort((a, b) => a - b)
    return [figure('start.second-run-to-ready', second.readyMs, 'ms'), figure('window.first-content', percentile(durationsMs, 0.5), 'ms')]
  },
}

interface Started {
  readonly readyMs: number
  readonly taxpayerUrl: string
  stop(): Promise<void>
}

async function npmStart(data: string): Promise<Started> {
  const startedAt = performance.now()
  const child: ChildProcess = spawn('npm', ['start', '--silent', '--', '--no-window', '--port', '0', '--data', data], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    // A group of its own: npm does not hand every signal on.
    detached: true,
  })
  const { stdout } = child
  if (!stdout) throw new Error('npm start has no output')
  const ready = new Map<string, string>()
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`npm start ended with ${String(code)}`)))
    createInterface(stdout).on('line', (line) => {
      const [word, part, url] = line.split(' ')
      if (word === 'ready' && part && url) ready.set(part, url)
      if (ready.size === 3) resolve()
    })
  })
  const readyMs = performance.now() - startedAt
  return {
    readyMs,
    taxpayerUrl: ready.get('taxpayer') ?? '',
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      if (child.pid) process.kill(-child.pid, 'SIGTERM')
      await ended
    },
  }
}
