import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWindow, type RunningShell } from '../support/electron-double/shell.ts'

let shell: RunningShell
beforeAll(async () => {
  shell = await startWindow({ edition: 'console' })
})
afterAll(() => shell.dispose())

const get = (path: string, init?: { method?: string; headers?: Record<string, string> }) => shell.ask('fetch', `app://zhengna${path}`, init)

test('the scheme is secure and has an origin of its own, and is registered before the app is ready', async () => {
  const scheme = (await shell.ask('recorded')).find(({ what }) => what === 'protocol.registerSchemesAsPrivileged')
  expect(scheme?.args[0]).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
  ])
})

describe('app://zhengna/', () => {
  test("shows the edition's own page", async () => {
    expect(await get('/')).toMatchObject({ status: 200, body: expect.stringContaining('征纳互动坐席端') as string })
    expect((await shell.ask('window')).url).toBe('app://zhengna/')
  })

  test('serves what the page is made of, with its type', async () => {
    expect(await get('/static/page.js')).toMatchObject({ status: 200, headers: { 'content-type': 'text/javascript; charset=utf-8' } })
  })

  test.for(['/', '/static/page.js', '/nothing.js', '/knowledge/nothing.png'])('answers %s with the whole CSP', async (path) => {
    const { headers } = await get(path)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']?.split('; ')).toEqual([
      "default-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "media-src 'self' blob:",
      "connect-src 'self'",
      "object-src 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ])
  })

  // The windows' folder lies beside the main bundle, and above it package.json.
  test.for([
    '/../../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/static/..%2f..%2f..%2fpackage.json',
    '/..%5c..%5cpackage.json',
    '/static/%2e%2e%5c%2e%2e%5c%2e%2e%5cpackage.json',
    '//../../package.json',
    '/%00/package.json',
    '/static/page.js%00.html',
    '/%E0%A4%A',
    '/../preload/preload.cjs',
    '/knowledge/../../../package.json',
    '/knowledge/..%2f..%2f..%2fpackage.json',
    '/knowledge/',
    '/attachments/',
    '/attachments/..%2f..%2fdevice.db',
    '/attachments/0190f5fe-0000-7000-8000-000000000000',
    '/static',
    '/static/page.js.map',
  ])('has nothing at %s', async (path) => {
    expect(await get(path)).toMatchObject({ status: 404, body: '' })
  })

  test.for(['app://elsewhere/', 'app://zhengna.example/', 'app://user@zhengna/static/page.js'])(
    'has nothing under the foreign address %s',
    async (url) => {
      expect(await shell.ask('fetch', url)).toMatchObject({ status: 404 })
    },
  )

  test.for(['POST', 'PUT', 'DELETE'])('takes no %s', async (method) => {
    expect(await get('/', { method })).toMatchObject({ status: 405 })
  })

  test('answers HEAD without a body', async () => {
    expect(await get('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
  })
})

describe('a file of the knowledge base', () => {
  const video = '0123456789'
  beforeAll(() => {
    const kept = join(shell.userData, 'host', 'knowledge-assets')
    mkdirSync(kept, { recursive: true })
    writeFileSync(join(kept, 'guide.webm'), video)
  })

  test('comes from the host', async () => {
    expect(await get('/knowledge/guide.webm')).toMatchObject({
      status: 200,
      body: video,
      headers: { 'content-type': 'video/webm', 'accept-ranges': 'bytes' },
    })
  })

  test.for([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=1-2,4-5', 200, video, undefined],
    ['lines=1-2', 200, video, undefined],
  ] as const)('asked for %s answers %i %s', async ([range, status, body, contentRange]) => {
    const reply = await get('/knowledge/guide.webm', { headers: { range } })
    expect(reply).toMatchObject({ status, body })
    expect(reply.headers['content-range']).toBe(contentRange)
  })
})
