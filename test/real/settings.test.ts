// 参数设置 from the administrator's window to whatever they decide: the bot, the machines of taxpayers, what is mined.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { settingNames, type SettingName } from '@zhengna/contract/domain/setting.ts'
import { routes } from '@zhengna/contract/http/index.ts'
import { openTestHost, type TestHost } from '../support/host.ts'
import { valueOf } from '../support/office.ts'
import { callRoute, signIn } from '../support/raw-api.ts'
import { openLine } from '../support/raw-line.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let admin: string
let taxpayer: string

beforeAll(async () => {
  server = await startTestServer()
  admin = (await signIn(server.url, 'admin001')).accessToken
  taxpayer = (await signIn(server.url, 'nsr001')).accessToken
})
afterAll(() => server.remove())
afterEach(async () => {
  for (const name of settingNames) await change(name, null)
})

const change = (name: SettingName, value: unknown) =>
  callRoute(server.url, routes.changeSetting, { token: admin, params: { name }, body: { value } })
const list = async () => valueOf(await callRoute(server.url, routes.listSettings, { token: admin })).settings
const stateOf = async (name: SettingName) => (await list()).find((one) => one.name === name)
const snapshotSince = async (version?: string) =>
  valueOf(await callRoute(server.url, routes.getSnapshot, { token: taxpayer, query: version ? { version } : {} }))
const rounds = 'answering.rounds-without-hit'

/** How many times the bot asks back before it offers a person by itself. */
async function roundsUntilOffered(): Promise<number> {
  const { accessToken } = await signIn(server.url, 'nsr002')
  const line = await openLine(server.url, accessToken)
  await line.frame('welcome')
  for (let round = 1; round <= 10; round++) {
    const { id } = await line.say('退税')
    const { message } = await line.frame('message', ({ message: { body } }) => body.kind === 'answer' && body.replyTo === id)
    if (message.body.kind !== 'answer' || !message.body.answer.offersPerson) continue
    await line.close()
    return round
  }
  throw new Error('no person was offered')
}

/** Engines are built anew after a change, here and on a taxpayer’s machine. */
const IN_TIME_MS = 120_000

describe('a setting', () => {
  it('out of its range is refused with the range, in Chinese', async () => {
    expect(await change(rounds, 99)).toMatchObject({ status: 422, code: 'SETTING_OUT_OF_RANGE', message: '取值不在允许范围内：1–10 轮。' })
    expect(await change('answering.embedding-folder', 5)).toMatchObject({ code: 'SETTING_OUT_OF_RANGE' })
    expect(await stateOf(rounds)).toMatchObject({ value: 3, changedBy: null })
  })

  it('survives a restart with who changed it and when, and its default comes back', async () => {
    const { setting } = valueOf(await change('knowledge.recall-days', 30))
    expect(setting).toMatchObject({ value: 30, changedBy: '演示系统管理员' })
    await server.restart()
    expect(await stateOf('knowledge.recall-days')).toEqual(setting)
    expect(valueOf(await change('knowledge.recall-days', null)).setting.value).toBe(365)
  })
})

describe('the bot', { timeout: IN_TIME_MS }, () => {
  it('offers a person after as many rounds as were set, at once and after a restart', async () => {
    const { version } = await snapshotSince()
    await change(rounds, 5)
    await expect.poll(async () => (await snapshotSince()).version).not.toBe(version)
    expect(await roundsUntilOffered()).toBe(5)
    await server.restart()
    expect((await snapshotSince()).update?.settings.roundsWithoutHitMax).toBe(5)
  })
})

describe('a taxpayer’s machine', { timeout: IN_TIME_MS }, () => {
  let host: TestHost
  beforeEach(async () => {
    host = await openTestHost('taxpayer', server.url)
    await host.signIn('nsr001')
    await host.heard('knowledge.changed', ({ articles }) => articles > 100)
  })
  afterEach(() => host.remove())

  it('is told of the change, and offers as many questions as were set', async () => {
    expect((await host.ask('knowledge.suggest', { typed: '发票' })).length).toBeGreaterThan(2)
    const { version } = await snapshotSince()
    await change('answering.suggestions', 2)
    await host.heard('knowledge.changed', (told) => told.version !== version)
    expect(await host.ask('knowledge.suggest', { typed: '发票' })).toHaveLength(2)
    const { update } = await snapshotSince(version)
    expect(update).toMatchObject({ base: version, articles: [], settings: { suggestionsMax: 2 } })
  })

  it('gets as many hot words and recommendations as were set', async () => {
    await change('answering.hot-words', 2)
    await change('answering.recommended', 3)
    const trends = valueOf(await callRoute(server.url, routes.getTrends, { token: taxpayer }))
    expect(trends).toMatchObject({ hotWordsShown: 2 })
    expect(trends.hotWords.length).toBeLessThanOrEqual(10)
    expect(trends.recommended).toHaveLength(3)
  })
})

describe('the recall window', () => {
  it('is as long as was set', async () => {
    await change('knowledge.recall-days', 10)
    const { accessToken } = await signIn(server.url, 'zs001')
    const { update } = await snapshotSince()
    const params = { articleId: update!.articles[0]!.id }
    const { since } = valueOf(await callRoute(server.url, routes.countRecipients, { token: accessToken, params }))
    expect(Date.parse(`${since}T00:00:00+08:00`)).toBeGreaterThan(server.clock.now() - 11 * 86_400_000)
  })
})
