// From an editor's desk to every window: what is published is answered here and there, with and without a line.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '@zhengna/contract/http/index.ts'
import { digestOf } from '@zhengna/contract/domain/article.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { signInEditors, type Editors } from '../support/editors.ts'
import { openTestHost, type TestHost } from '../support/host.ts'
import { valueOf } from '../support/office.ts'
import { callRoute, signIn } from '../support/raw-api.ts'
import { openLine } from '../support/raw-line.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let editors: Editors
let taxpayer: TestHost
let token: string

beforeAll(async () => {
  server = await startTestServer()
  editors = await signInEditors(server.url)
  token = (await signIn(server.url, 'nsr001')).accessToken
  taxpayer = await openTestHost('taxpayer', server.url)
  await taxpayer.signIn('nsr002')
  await taxpayer.heard('knowledge.changed', ({ articles }) => articles > 100)
})
afterAll(async () => {
  await taxpayer.remove()
  await server.remove()
})

/** Less than an access token lives. */
const IN_TIME_MS = 120_000
const text = (markdown: string) => ({ parts: [{ type: 'text' as const, markdown }] })
const snapshotSince = async (version?: string) =>
  valueOf(await callRoute(server.url, routes.getSnapshot, { token, query: version ? { version } : {} }))
const anArticle = async (): Promise<ArticleId> => {
  const { update } = await snapshotSince()
  // The first with an answer of its own: one that only asks back is told otherwise.
  return update!.articles.find(({ parts }) => parts.every(({ type }) => type === 'text'))!.id
}
const heldBy = (host: TestHost, articleId: ArticleId) => host.ask('knowledge.article', { articleId })

describe('a publication', () => {
  it('reaches a taxpayer’s machine by the difference alone', async () => {
    const articleId = await anArticle()
    const before = await snapshotSince()
    expect((await heldBy(taxpayer, articleId)).version).toBe(1)
    await editors.publish(articleId, text('发布后的答案。'))
    const { version } = await taxpayer.heard('knowledge.changed', (told) => told.version !== before.version)
    expect(await heldBy(taxpayer, articleId)).toMatchObject({ version: 2, parts: [{ markdown: '发布后的答案。' }] })
    // What it asked for, asked again.
    const since = await snapshotSince(before.version)
    expect(since).toMatchObject({ version, update: { base: before.version, topics: null, lexicon: null, removed: [] } })
    expect(since.update?.articles.map((article) => [article.id, article.version])).toEqual([[articleId, 2]])
    const whole = await snapshotSince()
    expect(since.update?.digest).toBe(digestOf(whole.update as never))
  })

  it('is told on every live line, to whomever', async () => {
    const lines = [await openLine(server.url, token), await openLine(server.url, editors.reviewerToken)]
    for (const line of lines) await line.frame('welcome')
    await editors.publish(await anArticle(), text('再次发布的答案。'))
    const { version } = await snapshotSince()
    for (const line of lines) {
      await line.frame('knowledge', (frame) => frame.version === version)
      await line.close()
    }
  })

  it('is what the bot answers from then on', async () => {
    const articleId = await anArticle()
    await editors.publish(articleId, text('机器人的新答案。'))
    const line = await openLine(server.url, token)
    await line.frame('welcome')
    const { question } = await heldBy(taxpayer, articleId)
    await line.say(question)
    const { message } = await line.frame('message', (frame) => frame.message.body.kind === 'answer')
    expect(JSON.stringify(message.body)).toContain('机器人的新答案。')
    await line.close()
  })

  it('waits for its time, and comes then by itself', async () => {
    const articleId = await anArticle()
    const { version } = await heldBy(taxpayer, articleId)
    const scheduled = await editors.publish(articleId, text('到点的答案。'), server.clock.now() + IN_TIME_MS)
    expect(scheduled).toMatchObject({ state: 'scheduled', version: version + 1 })
    expect((await heldBy(taxpayer, articleId)).version).toBe(version)
    server.clock.advance(IN_TIME_MS)
    await expect.poll(async () => (await heldBy(taxpayer, articleId)).version, { timeout: 15_000 }).toBe(version + 1)
  })

  it('made while a machine had no line reaches it with the next one', async () => {
    const articleId = await anArticle()
    const other = await openTestHost('console', server.url)
    await other.signIn('zx001')
    await other.heard('knowledge.changed', ({ articles }) => articles > 100)
    const { version } = await heldBy(other, articleId)
    await other.close()
    await editors.publish(articleId, text('离线时发布的。'))
    await other.reopen()
    await expect.poll(async () => (await heldBy(other, articleId)).version, { timeout: 15_000 }).toBe(version + 1)
    await other.remove()
  })
})

describe('a picture', () => {
  const gif = 'R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw=='
  const upload = (name: string, bytes: string) =>
    callRoute(server.url, routes.uploadAsset, { token: editors.writerToken, body: { name, bytes } })
  const assetUrl = (asset: string): URL => new URL(`/api/knowledge/assets/${asset}`, server.url)

  it('that was uploaded is served to everybody as what it is and nothing else', async () => {
    const { asset } = valueOf(await upload('票面.gif', gif))
    expect(valueOf(await upload('别的名字.GIF', gif)).asset).toBe(asset)
    const response = await fetch(assetUrl(asset))
    expect(Buffer.from(await response.arrayBuffer()).toString('base64')).toBe(gif)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/gif',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'content-disposition': 'inline',
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })

  it('that is no picture is refused, and so is what is not base64', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64')
    expect(await upload('a.svg', svg)).toMatchObject({ status: 415, code: 'ASSET_TYPE_REFUSED' })
    expect(await upload('a.png', svg)).toMatchObject({ status: 415, code: 'ASSET_TYPE_REFUSED' })
    expect(await upload('a.gif', `${gif.slice(0, -2)}**`)).toMatchObject({ status: 400, code: 'REQUEST_INVALID' })
  })

  it('a little too large is told how large it may be', async () => {
    const bytes = Buffer.concat([Buffer.from(gif, 'base64'), Buffer.alloc(20 * 1024 * 1024)]).toString('base64')
    expect(await upload('a.gif', bytes)).toMatchObject({ status: 413, code: 'ASSET_TOO_LARGE', message: '文件不能超过 20 兆字节。' })
  })

  it('a paper is given as a download', async () => {
    const response = await fetch(assetUrl('special-deduction-checklist.xlsx'))
    expect(response.headers.get('content-disposition')).toBe('attachment')
    await response.arrayBuffer()
  })
})

it('a workbook goes out and comes in again over the wire', async () => {
  const call = { token: editors.writerToken }
  const { bytes, fileName } = valueOf(await callRoute(server.url, routes.exportArticles, call))
  expect(fileName).toMatch(/\.xlsx$/)
  const report = valueOf(await callRoute(server.url, routes.importArticles, { ...call, body: { bytes, isTrial: false } }))
  expect(report).toMatchObject({ created: 0, changed: 0, problems: [] })
  expect(report.unchanged).toBeGreaterThan(300)
  const broken = await callRoute(server.url, routes.importArticles, { ...call, body: { bytes: 'bm90aGluZw==', isTrial: true } })
  expect(broken).toMatchObject({ status: 422, code: 'WORKBOOK_UNREADABLE' })
})
