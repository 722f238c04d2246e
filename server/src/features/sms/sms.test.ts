import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder, TurnableClock } from '../../../../test/support/server.ts'
import { openDatabase, type Database } from '../../platform/database/database.ts'
import { createHttpGateway } from './http-gateway.ts'
import { createSms, type Sms, type SmsToTell } from './sms.service.ts'

interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: { readonly id: number; readonly phone: string; readonly text: string }
}

let folder: string
let database: Database
let clock: TurnableClock
let gateway: Server
let received: Received[]
/** What the gateway answers, in turn; then 200. */
let answers: number[]
const failures: unknown[] = []

beforeEach(async () => {
  folder = temporaryFolder('sms')
  database = await openDatabase(join(folder, 'zhengna.db'))
  clock = new TurnableClock()
  received = []
  answers = []
  gateway = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push({ headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) as Received['body'] })
      response.statusCode = answers.shift() ?? 200
      response.end(response.statusCode === 200 ? '{}' : '号码已停机')
    })
  })
  await new Promise<void>((done) => gateway.listen(0, '127.0.0.1', done))
})
afterEach(async () => {
  await database.close()
  gateway.closeAllConnections()
  await new Promise((done) => gateway.close(done))
  rmSync(folder, { recursive: true, force: true })
})

const url = (): string => `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/send`
const open = (withGateway = true): Sms =>
  createSms({
    database,
    clock,
    gateway: withGateway ? createHttpGateway(url(), 'secret') : null,
    onError: (error) => failures.push(error),
  })
const reply: SmsToTell = {
  phone: '13800000001',
  template: 'leave-message-replied',
  values: { number: 'LY202611270001' },
  dedupeKey: 'leave-message:1:reply',
}
/** Stored, and nothing sent yet but what `dispatch` sends. */
const store = (sms: Sms, message = reply): Promise<void> => database.write((trx) => sms.send(trx, () => undefined, message, clock.now()))
const all = { state: undefined, phone: undefined, offset: 0, limit: 50 }
const states = async (sms: Sms) => (await sms.list(all)).items.map(({ state, attempts }) => `${state} ${attempts}`)

describe('with a gateway', () => {
  it('a text is handed over with its number, its words and a key that names it', async () => {
    const sms = open()
    await store(sms)
    await sms.dispatch()
    expect(received).toHaveLength(1)
    expect(received[0]!.headers).toMatchObject({ authorization: 'Bearer secret', 'idempotency-key': 'sms-1' })
    expect(received[0]!.body).toMatchObject({ phone: '13800000001', text: expect.stringContaining('LY202611270001') as string })
    expect(await states(sms)).toEqual(['sent 1'])
  })

  it('it is sent at once when its transaction is stored, and not at all when that failed', async () => {
    const sms = open()
    await database.write((trx, after) => sms.send(trx, after, reply, clock.now()))
    await sms.dispatch()
    expect(received).toHaveLength(1)
    await database
      .write(async (trx, after) => {
        await sms.send(trx, after, { ...reply, dedupeKey: 'other' }, clock.now())
        throw new Error('undone')
      })
      .catch(() => undefined)
    await sms.dispatch()
    expect(received).toHaveLength(1)
  })

  it('the same matter is texted once, whoever tells it', async () => {
    const sms = open()
    await store(sms)
    await store(sms)
    await sms.dispatch()
    expect(received).toHaveLength(1)
  })

  it('what the gateway refuses is tried again, later and later, and then has failed with the reason', async () => {
    const sms = open()
    answers = [500, 500, 500, 500, 500]
    await store(sms)
    for (const [tries, minutes] of [1, 5, 30, 120].entries()) {
      await sms.dispatch()
      expect(received).toHaveLength(tries + 1)
      clock.advance((minutes - 0.5) * 60_000)
      await sms.dispatch()
      expect(received).toHaveLength(tries + 1)
      clock.advance(30_000)
    }
    await sms.dispatch()
    expect(await states(sms)).toEqual(['failed 5'])
    expect((await sms.list(all)).items[0]!.problem).toContain('号码已停机')
  })

  it('one that failed can be sent again by hand of an administrator', async () => {
    const sms = open()
    await store(sms)
    await database.write((trx) =>
      trx
        .updateTable('sms_messages')
        .set({ state: 'failed', attempts: 5 })
        .execute()
        .then(() => undefined),
    )
    expect(await sms.resend(1)).toMatchObject({ state: 'pending', attempts: 0 })
    await sms.dispatch()
    expect(await states(sms)).toEqual(['sent 1'])
    await expect(sms.resend(1)).rejects.toThrow('SMS_STATE_WRONG')
    await expect(sms.resend(2)).rejects.toThrow('SMS_NOT_FOUND')
  })

  it('two servers send it once', async () => {
    const [one, other] = [open(), open()]
    await store(one)
    await Promise.all([one.dispatch(), other.dispatch()])
    expect(received).toHaveLength(1)
  })

  it('what a server had begun when it died is sent by another', async () => {
    const sms = open()
    await store(sms)
    await database.write((trx) =>
      trx
        .updateTable('sms_messages')
        .set({ attempts: 1, due_at: clock.now() + 120_000 })
        .execute()
        .then(() => undefined),
    )
    await sms.dispatch()
    expect(received).toHaveLength(0)
    clock.advance(120_000)
    await sms.dispatch()
    expect(await states(sms)).toEqual(['sent 2'])
  })
})

describe('with no gateway', () => {
  it('a text waits in the outbox, to be sent by hand and marked so', async () => {
    const sms = open(false)
    await store(sms)
    await sms.dispatch()
    expect(await sms.list(all)).toMatchObject({ total: 1, hasGateway: false, items: [{ state: 'held', phone: '13800000001' }] })
    await expect(sms.resend(1)).rejects.toThrow('SMS_NO_GATEWAY')
    expect(await sms.markSent(1)).toMatchObject({ state: 'sent', sentAt: expect.any(Number) as number })
    await expect(sms.markSent(1)).rejects.toThrow('SMS_STATE_WRONG')
  })

  it('those held go out when a gateway was configured and they are sent again', async () => {
    await store(open(false))
    const sms = open()
    await sms.resend(1)
    await sms.dispatch()
    expect(await states(sms)).toEqual(['sent 1'])
  })
})

it('the outbox is looked through by state and by a part of the number, page by page', async () => {
  const sms = open(false)
  for (let i = 1; i <= 5; i++) await store(sms, { ...reply, phone: `1380000000${i}`, dedupeKey: String(i) })
  await sms.markSent(2)
  const phones = async (range: Partial<typeof all> | { state: 'held' } | { phone: string }) =>
    (await sms.list({ ...all, ...range })).items.map(({ phone }) => phone.at(-1))
  expect(await phones({ limit: 2 })).toEqual(['5', '4'])
  expect(await phones({ limit: 2, offset: 4 })).toEqual(['1'])
  expect(await phones({ state: 'held' })).toEqual(['5', '4', '3', '1'])
  expect(await phones({ phone: '0003' })).toEqual(['3'])
})
