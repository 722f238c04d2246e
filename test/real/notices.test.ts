// 我的消息 over the whole way: told by the server, on every device at once, read anywhere, with a line or without.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { routes } from '@zhengna/contract/http/index.ts'
import type { NoticeKind } from '@zhengna/contract/domain/notice.ts'
import type { ArticleId, NoticeId } from '@zhengna/contract/ids.ts'
import { openTestHost, type TestHost } from '../support/host.ts'
import { valueOf } from '../support/office.ts'
import { callRoute, signIn } from '../support/raw-api.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const articleId = 'deed-tax-rate' as ArticleId
let server: TestServer
let desk: TestHost
let laptop: TestHost
let version = 1

beforeAll(async () => {
  server = await startTestServer()
  desk = await openTestHost('taxpayer', server.url)
  laptop = await openTestHost('taxpayer', server.url)
  await desk.signIn('nsr001')
  await laptop.signIn('nsr001')
  await desk.ask('chat.send', { conversationId: null, text: '契税', articleId })
  await desk.heard('messages.changed', ({ messages }) => messages.some(({ body }) => body.kind === 'answer' && body.answer.papers !== null))
})
afterAll(async () => {
  await desk.remove()
  await laptop.remove()
  await server.remove()
})

/** Tells nsr001 of the next version; returns the title to look for. */
async function correct(question = `第${version + 1}版`): Promise<string> {
  version += 1
  expect(await server.correct({ articleId, version, question, changeNote: '税率有变。', wasWithdrawn: false })).toBe(1)
  return `答复更正：${question}`
}
const told = (host: TestHost, title: string) =>
  host.heard('notices.changed', ({ notices }) => notices.some((notice) => notice.title === title))
const unread = async (host: TestHost): Promise<number> => (await host.ask('notices.open', {})).unread.info
const readOn = (host: TestHost, id: NoticeId) =>
  host.heard('notices.changed', ({ notices }) => notices.some((notice) => notice.id === id && notice.readAt !== null))
const newest = async (host: TestHost): Promise<NoticeId> => (await host.ask('notices.open', {})).pages.info.notices[0]!.id

async function readAll(token: string, before?: NoticeId): Promise<void> {
  const query = { limit: 100, ...(before && { before }) }
  const { notices } = valueOf(await callRoute(server.url, routes.listNotices, { token, query }))
  for (const { id } of notices) await callRoute(server.url, routes.readNotice, { token, params: { noticeId: id } })
  const last = notices.at(-1)
  if (last && notices.length === 100) await readAll(token, last.id)
}

it('a correction reaches every device of the person at once, as news', async () => {
  const title = await correct()
  for (const host of [desk, laptop]) {
    expect(await told(host, title)).toMatchObject({ notices: [{ title }], unread: { todo: 0, info: 1 }, arrived: [expect.any(String)] })
    expect((await host.ask('notices.open', {})).pages.info.notices).toMatchObject([{ title, readAt: null }])
  }
})

it('read on one device, it is read and counted on the other at once', async () => {
  const id = await newest(desk)
  expect(await desk.ask('notices.read', { noticeId: id })).toMatchObject({ id })
  expect(await readOn(laptop, id)).toMatchObject({ unread: { info: 0 }, arrived: [] })
  expect([await unread(desk), await unread(laptop)]).toEqual([0, 0])
})

it('read with no line, it is read here at once, and everywhere when the line is back', async () => {
  const title = await correct()
  await told(desk, title)
  await told(laptop, title)
  const id = await newest(desk)
  await server.stop()
  await desk.heard('connection.changed', ({ state }) => state === 'offline')
  await desk.ask('notices.read', { noticeId: id })
  expect(await unread(desk)).toBe(0)
  await desk.reopen()
  expect(await unread(desk)).toBe(0)
  expect(await unread(laptop)).toBe(1)
  await server.restart()
  expect(await readOn(laptop, id)).toMatchObject({ unread: { info: 0 } })
  expect(await unread(desk)).toBe(0)
})

it('what was told and read while a device was off comes with its next welcome', async () => {
  await laptop.close()
  const first = await correct()
  await told(desk, first)
  const readMeanwhile = await newest(desk)
  await desk.ask('notices.read', { noticeId: readMeanwhile })
  const second = await correct()
  await told(desk, second)
  await laptop.reopen()
  const { arrived, unread: counts } = await told(laptop, second)
  expect(arrived).toHaveLength(1)
  expect(counts.info).toBe(1)
  expect((await laptop.ask('notices.open', {})).pages.info.notices.map(({ title, readAt }) => [title, readAt !== null])).toMatchObject([
    [second, false],
    [first, true],
    [expect.any(String), true],
    [expect.any(String), true],
  ])
})

it('on a machine where the person is new, history is no news', async () => {
  const tablet = await openTestHost('taxpayer', server.url)
  await tablet.signIn('nsr001')
  const { arrived, notices } = await tablet.heard('notices.changed', () => true)
  expect(notices).toHaveLength(4)
  expect(arrived).toEqual([])
  expect(await unread(tablet)).toBe(1)
  await tablet.remove()
})

it('somebody else hears nothing of it', async () => {
  const other = await openTestHost('taxpayer', server.url)
  await other.signIn('nsr002')
  expect(await other.ask('notices.open', {})).toEqual({
    pages: { todo: { notices: [], hasMore: false }, info: { notices: [], hasMore: false } },
    unread: { todo: 0, info: 0 },
  })
  expect(await other.tryAsk('notices.read', { noticeId: await newest(desk) })).toMatchObject({ error: { code: 'NOTICE_NOT_FOUND' } })
  await other.remove()
})

it('pages go back to the first of them, from the server where this machine has no more', async () => {
  while (version < 130) await correct()
  const { accessToken: token } = await signIn(server.url, 'nsr001')
  await readAll(token)
  const tablet = await openTestHost('taxpayer', server.url)
  await tablet.signIn('nsr001')
  await tablet.heard('notices.changed', ({ notices }) => notices.length === 100)
  const kind: NoticeKind = 'info'
  let { notices, hasMore } = (await tablet.ask('notices.open', {})).pages[kind]
  const seen = [...notices]
  while (hasMore) {
    ;({ notices, hasMore } = await tablet.ask('notices.more', { kind, before: seen.at(-1)!.id }))
    seen.push(...notices)
  }
  expect(seen).toHaveLength(129)
  expect(new Set(seen.map(({ id }) => id)).size).toBe(129)
  expect(seen.map(({ title }) => title).at(-1)).toBe('答复更正：第2版')
  await tablet.remove()
})
