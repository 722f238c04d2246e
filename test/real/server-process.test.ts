// The server as a process: it starts with one line, ends cleanly, and no stranger brings it down.
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callRoute, signIn } from '../support/raw-api.ts'
import { openLine } from '../support/raw-line.ts'
import { routes } from '@zhengna/contract/http/index.ts'
import { closeCodes } from '@zhengna/contract/realtime/frames.ts'
import { startTestServer } from '../support/server.ts'
import { startServerProcess, type ServerProcess } from '../support/server-process.ts'

const running = async (args: readonly string[] = [], env: Record<string, string> = {}): Promise<ServerProcess> => {
  const started = await startServerProcess(args, env)
  if ('code' in started) throw new Error(started.complained)
  return started
}

describe('strangers', () => {
  let server: ServerProcess
  beforeAll(async () => {
    server = await running()
  })
  afterAll(() => server.remove())

  /** Sends the bytes and resets the connection without waiting for an answer. */
  const breakOff = (bytes: string | Buffer): Promise<void> =>
    new Promise((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () => {
        socket.write(bytes)
        setImmediate(() => {
          socket.resetAndDestroy()
          resolve()
        })
      })
      socket.on('error', () => resolve())
    })
  const upgrade = (path: string): string =>
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`

  it.each([
    ['an upgrade at a wrong path', () => upgrade('/elsewhere')],
    ['an upgrade of the live line', () => upgrade('/api/live')],
    ['an upgrade that is none', () => upgrade('/api/live').replace('Version: 13', 'Version: 7')],
    ['half a request', () => 'POST /api/sessions HTTP/1.1\r\nContent-Length: 1000\r\n\r\n{'],
    ['no HTTP', () => Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0xff, 0xfe])],
    ['a broken WebSocket frame', () => upgrade('/api/live') + '\x81\xff\xff\xff\xff\xff\xff\xff\xff\xff'],
  ])('who break off after %s disturb nobody', async (_, bytes) => {
    const { accessToken } = await signIn(server.url, 'nsr001')
    const line = await openLine(server.url, accessToken)
    for (let turn = 0; turn < 30; turn += 1) await breakOff(bytes())
    expect(await line.say('还在')).toMatchObject({ type: 'ack' })
    expect(server.hasEnded()).toBe(false)
    await line.close()
  })

  it('who ask for an upgrade elsewhere are told 404', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      let came = ''
      const socket = connect(server.port, '127.0.0.1', () => socket.write(upgrade('/elsewhere')))
      socket.on('data', (bytes) => (came += bytes.toString()))
      socket.on('close', () => resolve(came))
      socket.on('error', reject)
    })
    expect(answer).toMatch(/^HTTP\/1\.1 404 /)
  })
})

describe('a start', () => {
  it('prints one line when it is ready, and SIGTERM ends it cleanly, telling its clients to come back', async () => {
    const server = await running()
    expect(server.printed()).toBe(`ready server ${server.url}\n`)
    const line = await openLine(server.url, (await signIn(server.url, 'nsr001')).accessToken)
    expect(await line.say('您好')).toMatchObject({ type: 'ack' })
    const code = server.signal('SIGTERM')
    expect(await line.closed).toBe(closeCodes.goingAway)
    expect(await code).toBe(0)
    await server.remove()
  })

  it('in production has no demo people, and refuses to be asked for them', async () => {
    const refused = await startServerProcess(['--seed-demo-people'], { NODE_ENV: 'production' })
    expect(refused).toMatchObject({ code: 1 })
    expect('complained' in refused && refused.complained).toMatch(/^A production server does not seed demo people[^\n]*\n$/)
    const server = await running([], { NODE_ENV: 'production' })
    const reply = await callRoute(server.url, routes.signIn, { body: { account: 'nsr001', password: 'Zhengna@2026', edition: 'taxpayer' } })
    expect(reply.code).toBe('CREDENTIALS_WRONG')
    await server.remove()
  })

  it('in production refuses a store in which demo people are', async () => {
    const seeded = await startTestServer()
    await seeded.stop()
    const refused = await startServerProcess(['--data', seeded.dataDir], { NODE_ENV: 'production' })
    expect(refused).toMatchObject({ code: 1 })
    expect('complained' in refused && refused.complained).toMatch(/holds demo people, whose password is public[^\n]*\n$/)
    await seeded.remove()
  })

  it.each([[['--port', 'http']], [['--port=-1']], [['--colour', 'red']]])('with %j ends with a sentence, not a stack', async (args) => {
    const refused = await startServerProcess(args)
    expect(refused).toMatchObject({ code: 1 })
    expect('complained' in refused && refused.complained).toMatch(/^[^\n]+\n$/)
  })
})
