// 敏感词 through a real server and real hosts: what both sides have, what is refused, what administrators change.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'
import { routes } from '@zhengna/contract/http/index.ts'
import type { ConversationId, MessageId } from '@zhengna/contract/ids.ts'
import { openBothSides, type BothSides } from '../support/both-sides.ts'
import { wordContent } from '../support/guard.ts'
import { standDownHarassmentRules } from '../support/harassment.ts'
import { openTestHost, type TestHost } from '../support/host.ts'
import { inspect } from '../support/migrations.ts'
import { callRoute, signIn } from '../support/raw-api.ts'
import { openLine } from '../support/raw-line.ts'
import { join } from 'node:path'

let sides: BothSides
let taxpayer: TestHost
let agent: TestHost
let conversationId: ConversationId
let adminToken: string

beforeAll(async () => {
  sides = await openBothSides()
  ;({ taxpayer, agent } = sides)
  adminToken = (await signIn(sides.server.url, 'admin001')).accessToken
  // Here one taxpayer says every bad word there is.
  await standDownHarassmentRules(sides.server.url)
})
afterAll(() => sides.remove())

const ask = (text: string) => taxpayer.ask('chat.send', { conversationId: null, text })
const tell = (text: string) => agent.ask('chat.send', { conversationId, text })
/** How it stands once the server has said something about it. */
async function settled(
  host: TestHost,
  id: MessageId,
  satisfies = (message: LocalMessage) => message.delivery !== 'pending',
): Promise<LocalMessage> {
  const find = (messages: readonly LocalMessage[]) => messages.find((message) => message.id === id && satisfies(message))
  return find((await host.heard('messages.changed', ({ messages }) => find(messages) !== undefined)).messages)!
}
const textOf = ({ body }: LocalMessage): string => (body.kind === 'text' ? body.text : '')
const shownToTaxpayer = async () => (await taxpayer.ask('chat.open', {})).messages.map(textOf)
const shownToAgent = async () => (await agent.ask('desk.talk', { conversationId })).messages.map(textOf)
const database = <T>(sql: string): T[] => inspect(join(sides.server.dataDir, 'zhengna.db'), (db) => db.prepare(sql).pluck().all() as T[])
const stored = (text: string): number => database<string>('select body from messages').filter((body) => body.includes(text)).length
const serve = async (): Promise<void> => {
  await taxpayer.ask('queue.join', { reason: 'button' })
  await agent.heard('desk.changed', ({ board }) => board?.waiting.length === 1)
  await agent.ask('desk.setPresence', { presence: 'idle' })
  conversationId = (await agent.ask('desk.take', { ticketId: null })).id
  await taxpayer.heard('conversation.changed', ({ stage }) => stage === 'live')
}

describe('ordinary questions', () => {
  it.each(['代开发票需要带什么材料？', '税务局在哪里办税', '发票虚开了怎么举报', '罚款太重了，我要投诉'])(
    '%s passes untouched and is answered',
    async (text) => {
      const { id } = await ask(text)
      const { messages } = await taxpayer.heard('messages.changed', ({ messages: came }) =>
        came.some(({ body }) => body.kind === 'answer' && body.replyTo === id),
      )
      expect(messages.length).toBeGreaterThan(0)
      expect(await settled(taxpayer, id, ({ seq }) => seq !== null)).toMatchObject({ body: { text }, failure: null })
      expect(stored(text)).toBe(1)
    },
  )
})

describe('abuse in disguise', () => {
  it.each([
    ['full width', 'ＳＢ客服'],
    ['spaced', '你真是个傻 . 逼'],
    ['initials', '我ｎｍｓｌ'],
    ['pinyin', '你cao ni ma的'],
    ['emoji', '你🐎死了'],
    ['look-alikes', 'ѕb客服'],
  ])('%s is masked', async (_, text) => {
    const { id } = await ask(text)
    const message = await settled(taxpayer, id, (one) => textOf(one).includes('＊'))
    expect(textOf(message)).toHaveLength(text.length)
    expect(stored(text)).toBe(0)
  })
})

describe('a masked text', () => {
  it('is what both sides have, after a restart too', async () => {
    await serve()
    const { id } = await ask('傻逼，退税怎么还没到')
    await settled(taxpayer, id, (one) => textOf(one).startsWith('＊'))
    await agent.heard('messages.changed', ({ messages }) => messages.some((one) => one.id === id))
    await tell('你个白痴自己看')
    const masked = ['＊＊，退税怎么还没到', '你个＊＊自己看']
    await taxpayer.heard('messages.changed', ({ messages }) => messages.some((one) => textOf(one) === masked[1]))
    await sides.server.restart()
    for (const host of [taxpayer, agent]) {
      await host.reopen()
      await host.online()
    }
    for (const shown of [await shownToTaxpayer(), await shownToAgent()]) {
      expect(shown).toEqual(expect.arrayContaining(masked))
      expect(shown.join()).not.toMatch(/傻逼|白痴/)
    }
    expect([stored('傻逼'), stored('白痴')]).toEqual([0, 0])
  })

  it('is told with the acknowledgement, first and repeated: the author’s own copy may be lost', async () => {
    const { accessToken } = await signIn(sides.server.url, 'nsr002')
    const line = await openLine(sides.server.url, accessToken)
    const first = await line.say('傻逼，怎么注销')
    expect(first).toMatchObject({ type: 'ack', text: '＊＊，怎么注销' })
    const again = await openLine(sides.server.url, accessToken)
    expect(await again.say('傻逼，怎么注销', { id: first.id! })).toEqual(first)
    await Promise.all([line.close(), again.close()])
  })
})

describe('a blocked text', () => {
  it('stays with its author as failed, says what to do, and is not stored', async () => {
    const { id } = await ask('明天就弄死你们专管员')
    expect(await settled(taxpayer, id)).toMatchObject({
      delivery: 'failed',
      failure: { code: 'MESSAGE_BLOCKED' },
      body: { text: '明天就弄死你们专管员' },
    })
    expect((await settled(taxpayer, id)).failure?.message).toBe('含有不允许发送的内容“明天就弄死你们”，请修改后再发送。')
    expect(stored('弄死你')).toBe(0)
    await taxpayer.ask('chat.discard', { id })
  })

  it('of an agent is caught on the way out', async () => {
    const { id } = await tell('你再来我弄死你')
    expect(await settled(agent, id)).toMatchObject({ delivery: 'failed', failure: { code: 'MESSAGE_BLOCKED' } })
    expect((await shownToTaxpayer()).join()).not.toContain('你再来')
  })
})

describe('a text that is asked about', () => {
  it('is stored once, after its author confirmed it', async () => {
    const text = '这事不归我管'
    const { id } = await tell(text)
    expect(await settled(agent, id)).toMatchObject({ delivery: 'failed', failure: { code: 'MESSAGE_WARNED' } })
    expect(stored(text)).toBe(0)
    await agent.ask('chat.resend', { id, isConfirmed: true })
    await taxpayer.heard('messages.changed', ({ messages }) => messages.some((one) => textOf(one) === text))
    await settled(agent, id, ({ seq }) => seq !== null)
    expect(await agent.tryAsk('chat.resend', { id, isConfirmed: true })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    expect(stored(text)).toBe(1)
    expect(database("select is_confirmed from guard_hits where action = 'warn' order by position desc limit 1")).toEqual([1])
  })
})

describe('what an administrator changes', () => {
  it('is in force at once, without a restart', async () => {
    const line = await openLine(sides.server.url, (await signIn(sides.server.url, 'nsr002')).accessToken)
    expect(await line.say('你这个某某精')).toMatchObject({ type: 'ack' })
    const call = { token: adminToken }
    const body = { content: wordContent('某某精', { action: 'block' }), isCertain: false }
    const { word } = (await callRoute(sides.server.url, routes.addGuardWord, { ...call, body })).body
    expect(await line.say('你这个某某精')).toMatchObject({
      type: 'refused',
      error: { code: 'MESSAGE_BLOCKED', detail: { hits: '“某某精”' } },
    })
    const params = { wordId: word.id }
    await callRoute(sides.server.url, routes.saveGuardWord, { ...call, params, body: { ...body, content: wordContent('某某精') } })
    expect(await line.say('你这个某某精')).toMatchObject({ type: 'ack', text: '你这个＊＊＊' })
    await callRoute(sides.server.url, routes.removeGuardWord, { ...call, params })
    const untouched = await line.say('你这个某某精')
    expect(untouched).toMatchObject({ type: 'ack' })
    expect(untouched).not.toHaveProperty('text')
    await line.close()
  })
})

describe('a question written offline', () => {
  it('is answered there and judged when it arrives', { timeout: 90_000 }, async () => {
    const other = await openTestHost('taxpayer', sides.server.url)
    await other.signIn('nsr002')
    await other.heard('knowledge.changed', ({ articles }) => articles > 100)
    // The engine there is built.
    await other.ask('knowledge.suggest', { typed: '契税' })
    await sides.server.stop()
    await other.heard('connection.changed', ({ state }) => state === 'offline')
    const { id } = await other.ask('chat.send', { conversationId: null, text: '傻逼，契税税率是多少' })
    await other.heard('messages.changed', ({ messages }) =>
      messages.some(({ body }) => body.kind === 'answer' && body.replyTo === id && body.answer.offline),
    )
    await sides.server.restart()
    await other.ask('connection.retry', {})
    const message = await settled(other, id, ({ seq }) => seq !== null)
    expect(textOf(message)).toBe('＊＊，契税税率是多少')
    await other.remove()
  })
})
