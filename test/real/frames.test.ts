// Every frame a client can send, in every wrong form: the right code comes back, and nobody else notices.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { roles, type Role } from '@zhengna/contract/domain/person.ts'
import { routes } from '@zhengna/contract/http/index.ts'
import type { ConversationId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { closeCodes } from '@zhengna/contract/realtime/frames.ts'
import { expiredToken, garbageTokens } from '../support/forged-tokens.ts'
import { accountOf, callRoute, signIn } from '../support/raw-api.ts'
import { hello, newConversationId, newMessageId, openLine, openRawLine, type RawLine } from '../support/raw-line.ts'
import { addTaxpayer, withStore } from '../support/register.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
const tokens = {} as Record<Role, string>
/** Somebody else on the same server, whom nothing here may disturb. */
let bystander: RawLine
let bystandersConversation: ConversationId
let line: RawLine

beforeAll(async () => {
  server = await startTestServer()
  await withStore(server.dataDir, (trx) => addTaxpayer(trx, 'nsr900'))
  for (const role of roles) tokens[role] = (await signIn(server.url, accountOf[role])).accessToken
  bystander = await openLine(server.url, (await signIn(server.url, 'nsr900')).accessToken)
  const said = await bystander.say('契税什么时候交')
  if (said.type !== 'ack') throw new Error(said.error.code)
  bystandersConversation = said.conversationId
})
afterEach(async () => {
  await line.close()
  await expectUndisturbed()
})
afterAll(async () => {
  await bystander.close()
  await server.remove()
})

async function expectUndisturbed(): Promise<void> {
  expect(bystander.isOpen()).toBe(true)
  expect(await bystander.say('谢谢')).toMatchObject({ type: 'ack', conversationId: bystandersConversation })
  expect(bystander.frames.filter(({ type }) => type === 'refused')).toEqual([])
}

const message = (change: object = {}): object => ({
  type: 'message.send',
  id: newMessageId(),
  conversationId: null,
  text: '您好',
  ...change,
})
const without = (frame: object, field: string): object => Object.fromEntries(Object.entries(frame).filter(([name]) => name !== field))
const binary = Buffer.from(JSON.stringify(message()))
const oversized = JSON.stringify(message({ text: 'x'.repeat(limits.frameMaxBytes) }))

/** Not one of our frames, whoever sends it and whenever. */
const senseless: [string, string | object][] = [
  ['no JSON', '{"type":'],
  ['nothing', ''],
  ['null', 'null'],
  ['a number', '7'],
  ['a text', '"hello"'],
  ['true', 'true'],
  ['an empty array', '[]'],
  ['an array of frames', [message()]],
  ['an object without a type', {}],
  ['an unknown type', { type: 'shout' }],
  ['a name of Object.prototype', { type: 'constructor' }],
  ['a type that is no text', { type: 1 }],
  ['a frame only the server sends', { type: 'ack', id: newMessageId() }],
]

describe('before hello', () => {
  it.each(senseless)('%s closes the line', async (_, frame) => {
    line = await openRawLine(server.url)
    line.send(frame)
    expect(await line.frame('refused')).toMatchObject({ error: { code: 'FRAME_MALFORMED' } })
    expect(await line.closed).toBe(closeCodes.protocolBroken)
  })

  const early: [string, () => object][] = [
    ['message.send', () => message()],
    ['read', () => ({ type: 'read', conversationId: bystandersConversation, seq: 1 })],
    ['renew', () => ({ type: 'renew', token: tokens.taxpayer })],
  ]
  it.each(early)('%s is refused and closes the line', async (_, frame) => {
    line = await openRawLine(server.url)
    line.send(frame())
    expect(await line.frame('refused')).toMatchObject({ error: { code: 'AUTH_REQUIRED' } })
    expect(await line.closed).toBe(closeCodes.protocolBroken)
  })

  const wrongHellos: [string, () => unknown, string, number][] = [
    ['an older version', () => hello(tokens.taxpayer, 0), 'PROTOCOL_VERSION_UNSUPPORTED', closeCodes.versionUnsupported],
    ['a later version', () => hello(tokens.taxpayer, 2), 'PROTOCOL_VERSION_UNSUPPORTED', closeCodes.versionUnsupported],
    [
      'a version that is no number',
      () => ({ type: 'hello', version: '1', token: tokens.taxpayer }),
      'REQUEST_INVALID',
      closeCodes.protocolBroken,
    ],
    ['no version', () => ({ type: 'hello', token: tokens.taxpayer }), 'REQUEST_INVALID', closeCodes.protocolBroken],
    ['no token', () => ({ type: 'hello', version: 1 }), 'REQUEST_INVALID', closeCodes.protocolBroken],
    ['an endless token', () => hello('x'.repeat(3_000)), 'REQUEST_INVALID', closeCodes.protocolBroken],
    ['an empty token', () => hello(''), 'AUTH_REQUIRED', closeCodes.signedOut],
  ]
  it.each(wrongHellos)('hello with %s is told why and closed', async (_, frame, code, closeCode) => {
    line = await openRawLine(server.url)
    line.send(frame())
    expect(await line.frame('refused')).toMatchObject({ id: null, error: { code } })
    expect(await line.closed).toBe(closeCode)
  })

  it('an expired token is told from a wrong one', async () => {
    for (const [token, code] of [
      [await expiredToken(), 'TOKEN_EXPIRED'],
      ...Object.values(await garbageTokens(tokens.taxpayer)).map((wrong) => [wrong, 'AUTH_REQUIRED']),
    ]) {
      line = await openRawLine(server.url)
      line.send(hello(token ?? ''))
      expect(await line.frame('refused')).toMatchObject({ error: { code } })
      expect(await line.closed).toBe(closeCodes.signedOut)
    }
  })

  it('bytes are no hello', async () => {
    line = await openRawLine(server.url)
    line.send(Buffer.from(JSON.stringify(hello(tokens.taxpayer))))
    expect(await line.frame('refused')).toMatchObject({ error: { code: 'FRAME_MALFORMED' } })
    expect(line.frames.some(({ type }) => type === 'welcome')).toBe(false)
  })

  it('an oversized frame closes the line with 1009', async () => {
    line = await openRawLine(server.url)
    line.send(oversized)
    expect(await line.closed).toBe(closeCodes.frameTooLarge)
  })

  it('two hellos in one breath make one line: who closed it is gone', async () => {
    line = await openRawLine(server.url)
    line.send(hello(tokens.agent))
    line.send(hello(tokens.agent))
    await line.frame('welcome')
    expect(await line.frame('refused')).toMatchObject({ error: { code: 'FRAME_MALFORMED' } })
    await line.close()
    await callRoute(server.url, routes.setPresence, { token: tokens.agent, body: { presence: 'idle' } })
    const { body } = await callRoute(server.url, routes.handOver, { token: tokens.taxpayer, body: { reason: 'button' } })
    const idle = async (): Promise<number | undefined> =>
      (await callRoute(server.url, routes.myPlace, { token: tokens.taxpayer })).body.place?.agentsIdle
    expect(body.conversation.stage).toBe('queued')
    await expect.poll(idle).toBe(0)
    await callRoute(server.url, routes.endConversation, { token: tokens.taxpayer, params: { conversationId: body.conversation.id } })
  })
})

describe('after hello', () => {
  const refusedFor = async (frame: unknown): Promise<{ id: string | null; code: string }> => {
    line = await openLine(server.url, tokens.taxpayer)
    line.send(frame)
    const { id, error } = await line.frame('refused')
    // Told, but still a client of ours.
    expect(await line.say('还在吗')).toMatchObject({ type: 'ack' })
    return { id, code: error.code }
  }

  it.each([...senseless, ['bytes', binary] as [string, object]])('%s is refused', async (_, frame) => {
    expect(await refusedFor(frame)).toEqual({ id: null, code: 'FRAME_MALFORMED' })
  })

  it('a second hello is refused and changes nobody', async () => {
    expect(await refusedFor(hello(tokens.admin))).toEqual({ id: null, code: 'FRAME_MALFORMED' })
  })

  const wrongFields: [string, object][] = [
    ['message.send without id', without(message(), 'id')],
    ['message.send without conversationId', without(message(), 'conversationId')],
    ['message.send without text', without(message(), 'text')],
    ['message.send with a number for text', message({ text: 5 })],
    ['message.send with an id that is no UUIDv7', message({ id: '0190f5fe-0000-4000-8000-000000000000' })],
    ['message.send with an id in capitals', message({ id: newMessageId().toUpperCase() })],
    ['message.send with a conversation that is no id', message({ conversationId: 'mine' })],
    ['message.send with a text past all bounds', message({ text: '税'.repeat(limits.messageTextMaxLength * 10 + 1) })],
    ['message.send with an article that is no id', message({ articleId: '../x' })],
    ['message.send with half an offline answer', message({ offlineAnswer: { decision: 'answer' } })],
    ['message.send with a decision nobody takes', message({ offlineAnswer: { decision: 'shout', articleId: null } })],
    ['renew without token', { type: 'renew' }],
    ['renew with an endless token', { type: 'renew', token: 'x'.repeat(3_000) }],
    ['read without conversation', { type: 'read', seq: 1 }],
    ['read of seq 0', { type: 'read', conversationId: newConversationId(), seq: 0 }],
    ['read of half a seq', { type: 'read', conversationId: newConversationId(), seq: 1.5 }],
    ['read of a text for seq', { type: 'read', conversationId: newConversationId(), seq: '1' }],
  ]
  it.each(wrongFields)('%s is refused, naming its message where it has one', async (_, frame) => {
    const { id, code } = await refusedFor(frame)
    const own = (frame as { id?: string }).id
    expect(code).toBe('REQUEST_INVALID')
    expect(id).toBe(own && /^[0-9a-f-]{14}7/.test(own) ? own : null)
  })

  it('an oversized frame closes the line with 1009', async () => {
    line = await openLine(server.url, tokens.taxpayer)
    line.send(oversized)
    expect(await line.closed).toBe(closeCodes.frameTooLarge)
  })

  it.each([
    ['of 2,001 characters', '税'.repeat(2_001), 'MESSAGE_TOO_LONG'],
    ['of 10,000 characters', '税'.repeat(10_000), 'MESSAGE_TOO_LONG'],
    ['without a text', '', 'MESSAGE_EMPTY'],
    ['of spaces', ' \n\t ', 'MESSAGE_EMPTY'],
    ['of control characters', '\u0000\u0007\u202e', 'MESSAGE_EMPTY'],
  ])('a message %s is refused by its id', async (_, text, code) => {
    const frame = message({ text }) as { id: string }
    expect(await refusedFor(frame)).toEqual({ id: frame.id, code })
  })

  it('a message of exactly 2,000 characters is taken whole', async () => {
    line = await openLine(server.url, tokens.taxpayer)
    const text = '税'.repeat(2_000)
    const said = await line.say(text)
    expect(said.type).toBe('ack')
    expect((await line.frame('message', (frame) => frame.message.id === said.id)).message.body).toEqual({ kind: 'text', text })
  })

  it('control characters are taken out of what is stored', async () => {
    line = await openLine(server.url, tokens.taxpayer)
    const said = await line.say('金额\u202e001\u0000元\r\n谢谢')
    expect((await line.frame('message', (frame) => frame.message.id === said.id)).message.body).toEqual({
      kind: 'text',
      text: '金额001元\n谢谢',
    })
  })

  it('the same id twice gets the same acknowledgement and one message', async () => {
    line = await openLine(server.url, tokens.taxpayer)
    const id = newMessageId()
    const first = await line.say('个税专项附加扣除', { id })
    line.send({ type: 'message.send', id, conversationId: null, text: '另一句' })
    await expect
      .poll(() => line.frames.filter((frame) => frame.type === 'ack' && frame.id === id))
      .toEqual([
        first,
        // The text that is stored, where another was sent.
        { ...first, text: '个税专项附加扣除' },
      ])
    expect(line.frames.filter((frame) => frame.type === 'message' && frame.message.id === id)).toHaveLength(1)
  })

  it('the id of another’s message tells nothing about it', async () => {
    const id = newMessageId()
    await bystander.say('印花税税率', { id })
    expect(await refusedFor(message({ id }))).toEqual({ id, code: 'CONVERSATION_NOT_FOUND' })
  })

  it('a taxpayer who names another’s conversation talks in their own', async () => {
    line = await openLine(server.url, tokens.taxpayer)
    const said = await line.say('您好', { conversationId: bystandersConversation })
    expect(said).toMatchObject({ type: 'ack' })
    expect(said.type === 'ack' && said.conversationId).not.toBe(bystandersConversation)
  })

  it('read beyond the last message reads up to the last', async () => {
    line = await openLine(server.url, tokens.taxpayer)
    const said = await line.say('您好')
    if (said.type !== 'ack') throw new Error(said.error.code)
    line.send({ type: 'read', conversationId: said.conversationId, seq: 9_000_000 })
    const { conversation } = await line.frame('conversation', (frame) => frame.conversation.taxpayerReadSeq > 0)
    expect(conversation.taxpayerReadSeq).toBe(conversation.lastSeq)
  })

  it.each([
    ['another’s', () => bystandersConversation],
    ['an unknown', () => newConversationId()],
  ] as [string, () => ConversationId][])('read of %s conversation is refused', async (_, conversationId) => {
    expect(await refusedFor({ type: 'read', conversationId: conversationId(), seq: 1 })).toEqual({
      id: null,
      code: 'CONVERSATION_NOT_FOUND',
    })
  })

  it.each(['editor', 'admin'] as const)('%s may listen but not talk', async (role) => {
    line = await openLine(server.url, tokens[role])
    expect(await line.say('您好', { conversationId: bystandersConversation })).toMatchObject({
      type: 'refused',
      error: { code: 'FORBIDDEN' },
    })
    expect(line.isOpen()).toBe(true)
  })

  it.each([
    ['another’s', () => bystandersConversation],
    ['an unknown', () => newConversationId()],
    ['no', () => null],
  ] as [string, () => ConversationId | null][])(
    'an agent or a supervisor who names %s conversation is refused',
    async (_, conversationId) => {
      const supervisors = await openLine(server.url, tokens.supervisor)
      expect(await supervisors.say('您好', { conversationId: conversationId() })).toMatchObject({
        error: { code: 'CONVERSATION_NOT_FOUND' },
      })
      await supervisors.close()
      line = await openLine(server.url, tokens.agent)
      expect(await line.say('您好', { conversationId: conversationId() })).toMatchObject({
        type: 'refused',
        error: { code: 'CONVERSATION_NOT_FOUND' },
      })
    },
  )

  it('an agent does not talk on in a conversation that has ended', async () => {
    const asTaxpayer = await openLine(server.url, tokens.taxpayer)
    line = await openLine(server.url, tokens.agent)
    await callRoute(server.url, routes.handOver, { token: tokens.taxpayer, body: { reason: 'button' } })
    await callRoute(server.url, routes.setPresence, { token: tokens.agent, body: { presence: 'idle' } })
    const { body } = await callRoute(server.url, routes.takeNext, { token: tokens.agent, body: { ticketId: null } })
    const conversationId = body.conversation.id
    expect(await line.say('您好，请讲', { conversationId })).toMatchObject({ type: 'ack', conversationId })
    await callRoute(server.url, routes.endConversation, { token: tokens.taxpayer, params: { conversationId } })
    expect(await line.say('还有吗', { conversationId })).toMatchObject({ type: 'refused', error: { code: 'CONVERSATION_ENDED' } })
    await asTaxpayer.close()
  })

  it.each([
    ['a frame', () => '{'],
    ['bytes', () => binary],
  ] as [string, () => unknown][])('after twenty times %s without sense the line is cut', async (_, frame) => {
    line = await openLine(server.url, tokens.taxpayer)
    for (let count = 0; count < 20; count += 1) line.send(frame())
    expect(await line.say('还在')).toMatchObject({ type: 'ack' })
    line.send(frame())
    expect(await line.closed).toBe(closeCodes.protocolBroken)
  })
})

describe('a token that ends while the line is up', () => {
  const withServer = async (accessTokenSeconds: number, work: (short: TestServer) => Promise<void>): Promise<void> => {
    const short = await startTestServer({ ZHENGNA_ACCESS_TOKEN_SECONDS: String(accessTokenSeconds) })
    await work(short).finally(() => short.remove())
  }

  it('cuts a line that does not renew, telling why', () =>
    withServer(1, async (short) => {
      line = await openLine(short.url, (await signIn(short.url, 'nsr001')).accessToken)
      expect(await line.frame('refused')).toMatchObject({ error: { code: 'TOKEN_EXPIRED' } })
      expect(await line.closed).toBe(closeCodes.signedOut)
    }))

  it('takes no frame more by the server’s clock, whatever its timers do', () =>
    withServer(600, async (short) => {
      line = await openLine(short.url, (await signIn(short.url, 'nsr001')).accessToken)
      short.clock.advance(601_000)
      line.send(message())
      // Without the message's id: its sender keeps it, and sends it again on the next line.
      expect(await line.frame('refused')).toMatchObject({ id: null, error: { code: 'TOKEN_EXPIRED' } })
      expect(await line.closed).toBe(closeCodes.signedOut)
    }))

  it('takes no frame after one it refused so, though a renewal was on its way: what follows would overtake what was refused', () =>
    withServer(600, async (short) => {
      const signed = await signIn(short.url, 'nsr001')
      line = await openLine(short.url, signed.accessToken)
      await line.say('第一条')
      short.clock.advance(601_000)
      const { body } = await callRoute(short.url, routes.renewSession, { body: { refreshToken: signed.refreshToken } })
      line.send(message())
      line.send({ type: 'renew', token: body.accessToken })
      line.send(message())
      expect(await line.closed).toBe(closeCodes.signedOut)
      const next = await openLine(short.url, body.accessToken)
      const welcome = await next.frame('welcome')
      // The first, and the bot's answer to it.
      expect(welcome.conversations[0]?.lastSeq).toBe(2)
      await next.close()
    }))

  it('is replaced by renew, even a little late, and the line goes on', () =>
    withServer(600, async (short) => {
      const signed = await signIn(short.url, 'nsr001')
      line = await openLine(short.url, signed.accessToken)
      short.clock.advance(601_000)
      const { body } = await callRoute(short.url, routes.renewSession, { body: { refreshToken: signed.refreshToken } })
      line.send({ type: 'renew', token: body.accessToken })
      short.clock.advance(500_000)
      expect(await line.say('还在')).toMatchObject({ type: 'ack' })
    }))

  it.each([
    ['expired', () => expiredToken()],
    ['garbage', () => Promise.resolve('garbage')],
    ['another’s', () => Promise.resolve(tokens.admin)],
  ] as [string, () => Promise<string>][])('is not renewed with one that is %s', async (_, token) => {
    line = await openLine(server.url, tokens.taxpayer)
    line.send({ type: 'renew', token: await token() })
    expect(await line.frame('refused')).toMatchObject({ error: { code: 'TOKEN_EXPIRED' } })
    expect(await line.say('还是我')).toMatchObject({ type: 'ack' })
  })
})
