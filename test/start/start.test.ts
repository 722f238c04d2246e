// npm start as a newcomer meets it: three lines, a program that works, and nothing left behind.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, expect, it } from 'vitest'
import { temporaryFolder } from '../support/server.ts'

const root = resolve(import.meta.dirname, '../..')
const dataDir = temporaryFolder('start')
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

interface Started {
  readonly child: ChildProcess
  readonly urls: Record<string, string>
}

async function start(): Promise<Started> {
  const child = spawn(process.execPath, [join(root, 'build/start.mjs'), '--no-window', '--port', '0', '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const urls: Record<string, string> = {}
  for await (const line of createInterface({ input: child.stdout })) {
    const ready = /^ready (server|taxpayer|console) (http:\/\/127\.0\.0\.1:\d+\S*)$/.exec(line)
    if (ready?.[1] && ready[2]) urls[ready[1]] = ready[2]
    if (Object.keys(urls).length === 3) break
  }
  return { child, urls }
}

/** Processes whose command line names our data folder (Linux). */
function ours(): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(dataDir)
    } catch {
      return false
    }
  })
}

const refused = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => false,
    () => true,
  )

it('prints the three addresses, serves them, and Ctrl-C leaves no process', async () => {
  const { child, urls } = await start()
  expect(Object.keys(urls).sort()).toEqual(['console', 'server', 'taxpayer'])
  expect((await fetch(`${urls.server}/api/health`)).status).toBe(200)
  expect(await (await fetch(urls.taxpayer!, { redirect: 'manual' })).text()).toBe('')
  const gone = once(child, 'exit')
  child.kill('SIGINT')
  expect((await gone)[0]).toBe(0)
  for (const url of Object.values(urls)) expect(await refused(url)).toBe(true)
  if (process.platform === 'linux') expect(ours()).toEqual([])
})

it('killed without a word, it still takes its processes with it', async () => {
  const { child, urls } = await start()
  child.kill('SIGKILL')
  await expect.poll(async () => Promise.all(Object.values(urls).map(refused)), { timeout: 15_000 }).toEqual([true, true, true])
})
