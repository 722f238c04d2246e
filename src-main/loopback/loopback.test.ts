// The loopback shell's door: one key, one cookie, our own pages, nothing else of the disk.
import { beginAttachment, putAttachmentPiece } from '@zhengna/contract/http/attachments.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { attachmentFiles } from '../../test/support/attachment-files.ts'
import { newAttachmentId } from '../../test/support/attachments.ts'
import { callRoute, signIn } from '../../test/support/raw-api.ts'
import { startLoopback, type LoopbackShell, type RawHttp } from '../../test/support/loopback.ts'
import { DEMO_PASSWORD, startTestServer, type TestServer } from '../../test/support/server.ts'

let server: TestServer
let shell: LoopbackShell
let cookie: string

beforeAll(async () => {
  server = await startTestServer()
  shell = await startLoopback('taxpayer', server.url)
  cookie = await shell.cookie()
})
afterAll(async () => {
  expect(shell.hasEnded()).toBe(false)
  expect(await shell.stop()).toBe(0)
  await server.remove()
})

const asMe = (call: RawHttp = {}) => shell.raw({ ...call, headers: { cookie, ...call.headers } })

describe('the key', () => {
  it('is exchanged once for a cookie, and leaves the address', async () => {
    const reply = await shell.raw({ path: `/?key=${shell.key}` })
    expect(reply).toMatchObject({ status: 302, headers: { location: '/' } })
    expect(reply.headers['set-cookie']).toHaveLength(1)
    expect(reply.headers['set-cookie']?.[0]).toMatch(/^zhengna_host_\d+=[\w-]{32}; HttpOnly; SameSite=Strict; Path=\/$/)
    expect(reply.headers['referrer-policy']).toBe('no-referrer')
  })

  it('with its cookie opens the page, without setting another', async () => {
    const reply = await asMe()
    expect(reply.status).toBe(200)
    expect(reply.headers['content-type']).toContain('text/html')
    expect(reply.headers['set-cookie']).toBeUndefined()
    expect(reply.body).toContain('<html')
    expect(reply.body).not.toContain(shell.key)
  })

  const strangers: [string, () => RawHttp][] = [
    ['nobody', () => ({})],
    ['a wrong key', () => ({ path: `/?key=${'x'.repeat(32)}` })],
    ['half a key', () => ({ path: `/?key=${shell.key.slice(0, -1)}` })],
    ['an empty key', () => ({ path: '/?key=' })],
    ['a wrong cookie', () => ({ headers: { cookie: `zhengna_host_${shell.port}=${'x'.repeat(32)}` } })],
    ['the right cookie under another name', () => ({ headers: { cookie: `x${cookie}` } })],
    ['a key for a file', () => ({ path: `/taxpayer.svg?key=${shell.key}` })],
    ['somebody after a picture', () => ({ path: '/knowledge/invoice-face.png' })],
  ]
  it.each(strangers)('refuses %s', async (_, call) => {
    const reply = await shell.raw(call())
    expect(reply.status).toBe(403)
    expect(reply.headers['set-cookie']).toBeUndefined()
    expect(reply.body).toMatch(/^[\p{Script=Han}，。]+$/u)
  })
})

describe('another site', () => {
  it.each([
    ['a rebound name', { host: 'evil.example' }],
    ['a rebound name with our port', { host: 'evil.example:80' }],
    ['our address without the port', { host: '127.0.0.1' }],
    ['another origin', { origin: 'http://evil.example' }],
    ['an opaque origin', { origin: 'null' }],
    ['our address over https', { origin: 'https://127.0.0.1' }],
  ])('is refused even with the cookie: %s', async (_, headers) => {
    expect((await asMe({ headers })).status).toBe(403)
    expect((await shell.raw({ path: `/?key=${shell.key}`, headers })).headers['set-cookie']).toBeUndefined()
  })
})

describe('pages', () => {
  it('carry the policy that keeps scripts ours, whatever the status', async () => {
    for (const reply of [await asMe(), await shell.raw({}), await asMe({ path: '/none.js' }), await asMe({ method: 'POST' })]) {
      const policy = String(reply.headers['content-security-policy'])
      expect(policy).toContain("default-src 'self'")
      expect(policy).not.toMatch(/script-src[^;]*unsafe/)
      for (const rule of ["object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'"])
        expect(policy).toContain(rule)
      expect(reply.headers['x-content-type-options']).toBe('nosniff')
    }
  })

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('%s is not served', async (method) => {
    expect((await asMe({ method })).status).toBe(405)
  })

  it('HEAD says what GET would, without it', async () => {
    const [head, get] = [await asMe({ method: 'HEAD' }), await asMe()]
    expect(head).toMatchObject({ status: 200, body: '', headers: { 'content-length': get.headers['content-length'] } })
  })

  it('knowledge pictures come through the host, and only those there are', async () => {
    const picture = await asMe({ path: '/knowledge/invoice-face.png' })
    expect(picture).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } })
    for (const path of ['/knowledge/none.png', '/knowledge/', '/knowledge/..%2f..%2fstore.key', '/knowledge/%2e%2e/package.json']) {
      expect((await asMe({ path })).status, path).toBe(404)
    }
  })

  it.each([
    '/../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/static/..%2f..%2f..%2fpackage.json',
    '/..%5c..%5cpackage.json',
    '//etc/passwd',
    '//127.0.0.1/../../package.json',
    '/%2fetc%2fhostname.json',
    '/taxpayer/../../../package.json',
    '/taxpayer%00.svg',
    '/static',
    '/static/',
    '/.env',
  ])('nothing outside the windows’ folder is served: %s', async (path) => {
    expect((await asMe({ path })).status).toBe(404)
  })

  it.each(['/%', '/%zz.js', '/%E0%A4%A.js', 'http://[/'])('an address that is none is refused, not dropped: %s', async (path) => {
    const reply = await asMe({ path })
    expect(reply.status).toBeGreaterThanOrEqual(400)
    expect(reply.status).toBeLessThan(500)
  })
})

describe('the line at /host', () => {
  const open = (headers: Record<string, string>, path = '/host'): Promise<WebSocket | number> =>
    new Promise((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${shell.port}${path}`, { headers })
      socket.once('open', () => resolve(socket))
      socket.once('unexpected-response', (_, response) => resolve(response.statusCode ?? 0))
      socket.on('error', () => undefined)
    })
  const mine = () => ({ cookie, origin: shell.origin })

  it.each([
    ['no cookie', () => ({ origin: shell.origin })],
    ['a wrong cookie', () => ({ cookie: `zhengna_host_${shell.port}=x`, origin: shell.origin })],
    ['no origin', () => ({ cookie })],
    ['a foreign origin', () => ({ cookie, origin: 'http://evil.example' })],
    ['our origin on another port', () => ({ cookie, origin: 'http://127.0.0.1:1' })],
    ['a foreign host', () => ({ ...mine(), host: 'evil.example' })],
  ] as [string, () => Record<string, string>][])('is refused with %s', async (_, headers) => {
    expect(await open(headers())).toBe(403)
  })
  it('is at no other path', async () => {
    for (const path of ['/', '/host/', '/host?key=x', '/api/live']) expect(await open(mine(), path)).toBe(403)
  })

  it('answers every request by its id, and nonsense without falling', async () => {
    const socket = await open(mine())
    if (typeof socket === 'number') throw new Error(`refused with ${socket}`)
    const replies: { id?: number | null; result?: { ok: boolean; error?: { code: string } } }[] = []
    socket.on('message', (bytes) => replies.push(JSON.parse((bytes as Buffer).toString()) as never))
    for (const sent of ['{', 'null', '[]', '7', '{"id":"1","name":"shell.get"}', '{"id":1}']) socket.send(sent)
    socket.send(JSON.stringify({ id: 5, name: 'shell.get', params: {} }))
    socket.send(JSON.stringify({ id: 6, name: 'desk.open', params: {} }))
    await expect.poll(() => replies.length).toBe(8)
    expect(replies.slice(0, 6).every(({ id, result }) => id === null && result?.error?.code === 'HOST_REQUEST_UNKNOWN')).toBe(true)
    expect(replies.find(({ id }) => id === 5)).toMatchObject({ result: { ok: true, value: { edition: 'taxpayer', shell: 'loopback' } } })
    expect(replies.find(({ id }) => id === 6)).toMatchObject({ result: { ok: false, error: { code: 'HOST_REQUEST_UNKNOWN' } } })
    socket.terminate()
  })

  it('a frame past its limit costs only that line', async () => {
    const socket = await open(mine())
    if (typeof socket === 'number') throw new Error(`refused with ${socket}`)
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.send(JSON.stringify({ id: 1, name: 'chat.send', params: { text: 'x'.repeat(limits.assetMaxBytes * 1.6) } }))
    await closed
    expect(typeof (await open(mine()))).toBe('object')
  })

  it('a picture as large as a request may hold goes through, and is refused by its content', async () => {
    const socket = await open(mine())
    if (typeof socket === 'number') throw new Error(`refused with ${socket}`)
    const reply = new Promise<string>((resolve) => socket.once('message', (bytes) => resolve((bytes as Buffer).toString('utf8'))))
    socket.send(
      JSON.stringify({ id: 1, name: 'reading.read', params: { picture: Buffer.alloc(limits.pictureMaxBytes).toString('base64') } }),
    )
    expect(JSON.parse(await reply)).toMatchObject({ id: 1, result: { ok: false, error: { code: 'PICTURE_UNREADABLE' } } })
    socket.terminate()
  })

  it('strangers who break off in the middle do not bring the shell down', async () => {
    for (let turn = 0; turn < 30; turn += 1) {
      await new Promise<void>((resolve) => {
        const socket = connect(shell.port, '127.0.0.1', () => {
          socket.write(
            `GET /host HTTP/1.1\r\nHost: 127.0.0.1:${shell.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
          )
          setImmediate(() => {
            socket.resetAndDestroy()
            resolve()
          })
        })
        socket.on('error', () => resolve())
      })
    }
    expect((await asMe()).status).toBe(200)
    expect(shell.hasEnded()).toBe(false)
  })

  it('what is typed and who is signed in lie encrypted on the disk', async () => {
    const socket = await open(mine())
    if (typeof socket === 'number') throw new Error(`refused with ${socket}`)
    const secret = 'a-sentence-nobody-else-may-read'
    const replies: string[] = []
    socket.on('message', (bytes) => replies.push((bytes as Buffer).toString()))
    const ask = async (id: number, name: string, params: object): Promise<void> => {
      socket.send(JSON.stringify({ id, name, params }))
      await expect.poll(() => replies.some((reply) => reply.startsWith(`{"id":${id},"result":{"ok":true`)), { timeout: 10_000 }).toBe(true)
    }
    await ask(101, 'session.signIn', { account: 'nsr001', password: DEMO_PASSWORD })
    await ask(102, 'chat.send', { conversationId: null, text: secret })
    await ask(103, 'chat.saveDraft', { conversationId: null, text: `${secret} draft` })
    const files = readdirSync(shell.dataDir, { recursive: true, encoding: 'utf8' })
      .map((name) => join(shell.dataDir, name))
      .filter((file) => statSync(file).isFile())
    expect(files.some((file) => file.endsWith('nsr001.db'))).toBe(true)
    for (const file of files) {
      const content = readFileSync(file).toString('latin1')
      expect(content, file).not.toContain(secret)
      expect(content, file).not.toContain('eyJ')
    }
    expect(statSync(join(shell.dataDir, 'store.key')).mode & 0o777).toBe(0o600)
    // No token ever went over this line.
    expect(replies.join('\n')).not.toMatch(/eyJ|refreshToken|accessToken/)
    socket.close()
  })
})

describe('an attachment', () => {
  /** Through the line to the host, as the window asks. */
  async function askHost(requests: readonly (readonly [string, object])[]): Promise<unknown[]> {
    const line = new WebSocket(`ws://127.0.0.1:${shell.port}/host`, { headers: { cookie, origin: shell.origin } })
    await new Promise((opened) => line.once('open', opened))
    const replies: unknown[] = []
    for (const [id, [name, params]] of requests.entries()) {
      const reply = new Promise((received) => {
        line.on('message', (bytes: Buffer) => {
          const frame = JSON.parse(bytes.toString()) as { id?: number; result?: unknown }
          if (frame.id === id) received(frame.result)
        })
      })
      line.send(JSON.stringify({ id, name, params }))
      replies.push(await reply)
    }
    line.close()
    return replies
  }

  it('that was fetched is served to this window alone, as what it is and nothing else, in ranges', async () => {
    const { accessToken } = await signIn(server.url, 'nsr001')
    const bytes = attachmentFiles.mp4
    const id = newAttachmentId()
    await callRoute(server.url, beginAttachment, { token: accessToken, body: { id, name: '操作.mp4', sizeBytes: bytes.length } })
    await callRoute(server.url, putAttachmentPiece, {
      token: accessToken,
      params: { attachmentId: id },
      body: { offset: 0, bytes: bytes.toString('base64') },
    })
    const attachment = { id, name: '操作.mp4', extension: 'mp4', sizeBytes: bytes.length }
    const path = `/attachments/${id}`
    expect((await asMe({ path })).status).toBe(404)
    const [, fetched] = await askHost([
      ['session.signIn', { account: 'nsr001', password: DEMO_PASSWORD }],
      ['attachments.fetch', { attachment }],
    ])
    expect(fetched).toEqual({ ok: true, value: { address: path } })
    const reply = await asMe({ path, headers: { range: 'bytes=4-7' } })
    expect(reply).toMatchObject({
      status: 206,
      body: 'ftyp',
      headers: {
        'content-type': 'video/mp4',
        'content-disposition': "inline; filename*=UTF-8''%E6%93%8D%E4%BD%9C.mp4",
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    })
    expect((await shell.raw({ path })).status).toBe(403)
    for (const wrong of ['/attachments/', '/attachments/..%2f..%2fdevice.db', `/attachments/${id}.1`, `/attachments/${newAttachmentId()}`])
      expect((await asMe({ path: wrong })).status, wrong).toBe(404)
  })
})
