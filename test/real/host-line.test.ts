// The host's line to the server: lost, expired, replaced; what was written and what came meanwhile is all there, once.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'
import { routes } from '@zhengna/contract/http/index.ts'
import { openTestHost, type TestHost } from '../support/host.ts'
import { landedIn, valueOf } from '../support/office.ts'
import { callRoute, signIn } from '../support/raw-api.ts'
import { openLine } from '../support/raw-line.ts'
import { addTaxpayer, withStore } from '../support/register.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const texts = (messages: readonly LocalMessage[]): string[] =>
  messages.flatMap(({ body, delivery }) => (body.kind === 'text' && delivery !== 'pending' ? body.text : []))
const shown = async (host: TestHost): Promise<string[]> => texts((await host.ask('chat.open', {})).messages)

describe('on one server', () => {
  let server: TestServer
  let host: TestHost
  let account: string
  let newcomers = 0

  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server.remove())
  beforeEach(async () => {
    account = await withStore(server.dataDir, (trx) => addTaxpayer(trx, `nsr8${String(++newcomers).padStart(3, '0')}`))
    host = await openTestHost('taxpayer', server.url)
    await host.signIn(account)
  })
  afterEach(() => host.remove())

  it('comes back by itself after a restart of the server', async () => {
    await host.ask('chat.send', { conversationId: null, text: '之前' })
    await server.stop()
    await host.heard('connection.changed', ({ state }) => state === 'offline')
    await host.ask('chat.send', { conversationId: null, text: '其间' })
    await server.restart()
    await expect.poll(() => shown(host), { timeout: 20_000 }).toEqual(['之前', '其间'])
    await expect.poll(async () => (await host.ask('connection.get', {})).state).toBe('online')
    await host.ask('chat.send', { conversationId: null, text: '之后' })
    await expect.poll(() => shown(host)).toEqual(['之前', '其间', '之后'])
  })

  it('fetches what came while it was closed, without a gap', async () => {
    await host.close()
    const { accessToken } = await signIn(server.url, account)
    const elsewhere = await openLine(server.url, accessToken)
    const written = Array.from({ length: 120 }, (_, index) => `别处${index}`)
    const said = await Promise.all(written.map((text) => elsewhere.say(text)))
    const { lastSeq } = valueOf(
      await callRoute(server.url, routes.listMessages, { token: accessToken, params: { conversationId: landedIn(said[0] as never) } }),
    )
    await host.reopen()
    await host.online()
    await expect.poll(async () => (await host.ask('chat.open', {})).messages.at(-1)?.seq).toBe(lastSeq)
    const all: LocalMessage[] = [...(await host.ask('chat.open', {})).messages]
    for (let more = true; more;) {
      const page = await host.ask('chat.loadEarlier', { before: all[0]?.id ?? null })
      all.unshift(...page.messages)
      more = page.messages.length > 0
    }
    expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: lastSeq }, (_, index) => index + 1))
    expect(texts(all)).toEqual(written)
    await elsewhere.close()
  })

  it('older conversations come when they are asked for, also after the screen was cleared', async () => {
    const { accessToken } = await signIn(server.url, account)
    const elsewhere = await openLine(server.url, accessToken)
    const written: string[] = []
    for (let count = 1; count <= 24; count += 1) {
      written.push(`第${count}次`)
      const conversationId = landedIn(await elsewhere.say(`第${count}次`))
      await callRoute(server.url, routes.endConversation, { token: accessToken, params: { conversationId } })
    }
    // A new machine is told the twenty newest.
    const machine = await openTestHost('taxpayer', server.url)
    await machine.signIn(account)
    await expect.poll(async () => (await machine.ask('chat.open', {})).messages.length).toBe(50)
    await machine.ask('chat.clear', {})
    expect(await machine.ask('chat.open', {})).toMatchObject({ messages: [], hasEarlier: true })
    const all: LocalMessage[] = []
    for (let hasEarlier = true; hasEarlier;) {
      const page = await machine.ask('chat.loadEarlier', { before: all[0]?.id ?? null })
      all.unshift(...page.messages)
      hasEarlier = page.hasEarlier
    }
    expect(texts(all)).toEqual(written)
    expect(await machine.ask('chat.open', {})).toMatchObject({ messages: [] })
    await elsewhere.close()
    await machine.remove()
  })

  it('an account that signs in on the same machine sees nothing of the one before', async () => {
    await host.ask('chat.send', { conversationId: null, text: '甲的秘密' })
    await expect.poll(() => shown(host)).toEqual(['甲的秘密'])
    await host.ask('chat.saveDraft', { conversationId: null, text: '甲的草稿' })
    await host.ask('session.signOut', {})
    expect(await host.tryAsk('chat.open', {})).toMatchObject({ ok: false, error: { code: 'AUTH_REQUIRED' } })
    await host.ask('session.signIn', { account: 'nsr002', password: 'Zhengna@2026' })
    await expect.poll(async () => (await host.ask('connection.get', {})).state).toBe('online')
    expect(await host.ask('chat.open', {})).toMatchObject({ messages: [], draft: '', conversation: null })
    await host.ask('session.signOut', {})
    await host.signIn(account)
    expect(await host.ask('chat.open', {})).toMatchObject({ draft: '甲的草稿' })
    expect(await shown(host)).toEqual(['甲的秘密'])
  })

  it('what was just sent is there after the program is closed at once', async () => {
    await server.stop()
    const sending = Array.from({ length: 10 }, (_, index) => host.ask('chat.send', { conversationId: null, text: `第${index}句` }))
    await Promise.all(sending)
    await host.reopen()
    const { messages } = await host.ask('chat.open', {})
    expect(messages.flatMap(({ body }) => (body.kind === 'text' ? body.text : []))).toEqual(
      Array.from({ length: 10 }, (_, index) => `第${index}句`),
    )
    await server.restart()
    await expect.poll(() => shown(host), { timeout: 20_000 }).toEqual(Array.from({ length: 10 }, (_, index) => `第${index}句`))
  })

  it('a session ended on the server signs the window out, with the reason', async () => {
    await withStore(server.dataDir, (trx) =>
      trx
        .deleteFrom('sessions')
        .where('person_id', '=', account as never)
        .execute(),
    )
    server.clock.advance(700_000)
    expect(await host.tryAsk('queue.join', { reason: 'button' })).toMatchObject({ ok: false, error: { code: 'TOKEN_EXPIRED' } })
    expect(await host.heard('session.changed', ({ status }) => status === 'signed-out')).toMatchObject({
      reason: { code: 'TOKEN_EXPIRED' },
      lastAccount: account,
    })
  })
})

describe('an access token that ends', () => {
  it('mid-line is renewed without losing or doubling a message', async () => {
    const server = await startTestServer({ ZHENGNA_ACCESS_TOKEN_SECONDS: '1' })
    const host = await openTestHost('taxpayer', server.url)
    await host.signIn('nsr001')
    const written: string[] = []
    let cuts = 0
    // Goes on until the line was cut three times by its token.
    while (cuts < 3) {
      const text = `第${written.length}句`
      await host.ask('chat.send', { conversationId: null, text })
      written.push(text)
      await expect.poll(async () => (await host.ask('connection.get', {})).unsent, { timeout: 15_000, interval: 100 }).toBe(0)
      if (written.length % 2 === 0) {
        await expect.poll(async () => (await host.ask('connection.get', {})).state, { timeout: 15_000, interval: 20 }).not.toBe('online')
        cuts += 1
      }
    }
    await expect.poll(() => shown(host), { timeout: 15_000 }).toEqual(written)
    const { messages } = await host.ask('chat.open', {})
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1))
    await host.remove()
    await server.remove()
  })

  it('is renewed once for all requests of the same moment', async () => {
    const server = await startTestServer()
    const host = await openTestHost('taxpayer', server.url)
    await host.signIn('nsr001')
    // The server's clock is ahead: the host learns of the end from the refusals alone.
    server.clock.advance(700_000)
    const asked = await Promise.all(Array.from({ length: 6 }, () => host.tryAsk('queue.join', { reason: 'button' })))
    expect(asked.map((result) => (result.ok ? 'joined' : result.error.code))).toEqual(Array.from({ length: 6 }, () => 'joined'))
    expect(await host.ask('session.get', {})).toMatchObject({ status: 'signed-in' })
    await host.remove()
    await server.remove()
  })
})
