// 我的收藏 over the whole way: kept here at once, on every device, with a line or without, the last toggle pressed holds.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'
import type { ArticleId, MessageId } from '@zhengna/contract/ids.ts'
import { openTestHost, type TestHost } from '../support/host.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let desk: TestHost
let laptop: TestHost

beforeAll(async () => {
  server = await startTestServer()
  desk = await openTestHost('taxpayer', server.url)
  laptop = await openTestHost('taxpayer', server.url)
  await desk.signIn('nsr001')
  await laptop.signIn('nsr001')
})
afterAll(async () => {
  await desk.remove()
  await laptop.remove()
  await server.remove()
})

interface Given {
  readonly questionId: MessageId
  readonly messageId: MessageId
}
async function ask(host: TestHost, text: string, isStored = true): Promise<Given> {
  const { id } = await host.ask('chat.send', { conversationId: null, text, articleId: 'deed-tax-rate' as ArticleId })
  const isAnswer = ({ body, seq }: LocalMessage): boolean => body.kind === 'answer' && body.replyTo === id && (seq !== null) === isStored
  const { messages } = await host.heard('messages.changed', (changed) => changed.messages.some(isAnswer))
  return { questionId: id, messageId: messages.find(isAnswer)!.id }
}
const kept = async (host: TestHost) => (await host.ask('favourites.open', {})).kept
const holds = (host: TestHost, expected: readonly MessageId[]) => expect.poll(() => kept(host), { timeout: 30_000 }).toEqual(expected)
const heard = async (host: TestHost, { messageId }: Given): Promise<void> => {
  await host.heard('messages.changed', ({ messages }) => messages.some(({ id }) => id === messageId))
}
const goOffline = async (...hosts: TestHost[]): Promise<void> => {
  await server.stop()
  for (const host of hosts) await host.heard('connection.changed', ({ state }) => state === 'offline')
}

it('kept on one device it is on the other at once, as it was given, and dropped there it is gone here', async () => {
  const given = await ask(desk, '买房契税多少')
  await heard(laptop, given)
  await desk.ask('favourites.keep', { messageId: given.messageId })
  expect(await kept(desk)).toEqual([given.questionId])
  await holds(laptop, [given.questionId])
  const { items, total } = await laptop.ask('favourites.search', { text: '买房' })
  expect(total).toBe(1)
  expect(items).toMatchObject([{ asked: '买房契税多少', currency: 'current', answer: { papers: { articleId: 'deed-tax-rate' } } }])
  await laptop.ask('favourites.drop', { questionId: given.questionId })
  await holds(desk, [])
})

it('an answer asked, given and kept with no line is everywhere when the line is back, and after a restart', async () => {
  await goOffline(desk, laptop)
  const given = await ask(desk, '没有网时问的契税', false)
  await desk.ask('favourites.keep', { messageId: given.messageId })
  await desk.reopen()
  expect(await kept(desk)).toEqual([given.questionId])
  await server.restart()
  await holds(laptop, [given.questionId])
  expect((await laptop.ask('favourites.search', {})).items).toMatchObject([{ asked: '没有网时问的契税' }])
  await desk.ask('favourites.drop', { questionId: given.questionId })
  await holds(laptop, [])
})

it('of two devices without a line the one pressed last holds', async () => {
  const [one, two] = [await ask(desk, '第一问'), await ask(desk, '第二问')]
  await heard(laptop, two)
  await desk.ask('favourites.keep', { messageId: one.messageId })
  await holds(laptop, [one.questionId])
  await goOffline(desk, laptop)
  await laptop.ask('favourites.drop', { questionId: one.questionId })
  await desk.ask('favourites.keep', { messageId: two.messageId })
  await laptop.ask('favourites.keep', { messageId: two.messageId })
  await laptop.ask('favourites.drop', { questionId: two.questionId })
  await server.restart()
  await holds(desk, [])
  await holds(laptop, [])
})

it('on a machine where the person is new, all of them come; somebody else has none', async () => {
  const given = await ask(desk, '新机器上也有')
  await desk.ask('favourites.keep', { messageId: given.messageId })
  await holds(laptop, [given.questionId])
  const tablet = await openTestHost('taxpayer', server.url)
  await tablet.signIn('nsr001')
  await holds(tablet, [given.questionId])
  await tablet.remove()
  const other = await openTestHost('taxpayer', server.url)
  await other.signIn('nsr002')
  expect(await other.ask('favourites.open', {})).toEqual({ kept: [], latest: [] })
  expect(await other.tryAsk('favourites.keep', { messageId: given.messageId })).toMatchObject({
    error: { code: 'FAVOURITE_ANSWER_NOT_FOUND' },
  })
  await other.remove()
})
