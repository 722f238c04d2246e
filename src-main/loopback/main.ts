// The loopback shell: the host beside a small HTTP door on 127.0.0.1, and a browser window where there is a display.
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { editions, type Edition } from '@zhengna/contract/domain/person.ts'
import { createHost } from '../host/host.ts'
import { openBridge } from './bridge.ts'
import { findBrowser, hasDisplay, openBrowserWindow, type BrowserWindow } from './browser.ts'
import { createDoor } from './door.ts'
import { keyFile } from './key-file.ts'
import { lockFolder } from './lock-file.ts'
import { openLink } from './open-link.ts'
import { createPages } from './pages.ts'

const { values } = parseArgs({
  options: {
    edition: { type: 'string' },
    server: { type: 'string' },
    data: { type: 'string' },
    port: { type: 'string', default: '0' },
    'no-window': { type: 'boolean', default: false },
  },
})

const edition = editions.find((known) => known === values.edition)
if (!edition || !values.server || !values.data) {
  console.error('Usage: npm run host -- --edition taxpayer|console --server URL --data DIR [--port N] [--no-window]')
  process.exit(2)
}

const windowSizes: Record<Edition, { width: number; height: number }> = {
  taxpayer: { width: 1280, height: 800 },
  console: { width: 1440, height: 900 },
}
const dataDir = resolve(values.data)
mkdirSync(dataDir, { recursive: true, mode: 0o700 })
const unlock = lockFolder(join(dataDir, 'host.lock'))
if (!unlock) {
  console.error(`${dataDir} is in use by another window: close it, or name another folder with --data.`)
  process.exit(1)
}
let window: BrowserWindow | null = null

const host = await createHost({
  edition,
  serverUrl: values.server,
  dataDir,
  version: process.env.npm_package_version ?? '0.1.0',
  secrets: keyFile(join(dataDir, 'store.key')),
  log: (line) => console.error(`${edition}: ${line}`),
  shell: {
    shell: 'loopback',
    controlsWindow: () => window !== null,
    controlWindow: async (action) => window?.control(action),
    openLink,
    notes: null,
  },
})

const server = createServer()
const door = createDoor(() => (server.address() as AddressInfo).port)
const pages = createPages({ edition, folder: resolve(import.meta.dirname, '../../out/renderer'), host, door })
server.on('request', (request, response) => {
  pages(request, response).catch((error: unknown) => {
    console.error(`${edition}: ${error instanceof Error ? error.message : 'a page failed'}`)
    response.destroy()
  })
})
const closeBridge = openBridge(server, host, door)

function leave(code: number): void {
  unlock?.()
  process.exit(code)
}
let stopping = false
function stop(): void {
  if (stopping) return
  stopping = true
  window?.close()
  closeBridge()
  server.close()
  server.closeAllConnections()
  host.close().then(
    () => leave(0),
    () => leave(1),
  )
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
// Started by another program: when it is gone, so is this.
process.once('disconnect', stop)

server.listen(Number(values.port), '127.0.0.1', () => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/?key=${door.key}`
  console.log(`ready ${edition} ${url}`)
  const browser = values['no-window'] || !hasDisplay() ? null : findBrowser()
  if (browser)
    window = openBrowserWindow({ browser, url, profileDir: join(dataDir, 'browser'), size: windowSizes[edition], onClosed: stop })
})
