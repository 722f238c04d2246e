// 有用 / 无用 from the window to the agent's: once, on every device, and never without a line.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { takesVote, type Vote } from '@zhengna/contract/domain/vote.ts'
import type { ArticleId, MessageId } from '@zhengna/contract/ids.ts'
import { openBothSides, type BothSides } from '../support/both-sides.ts'
import { openTestHost, type TestHost } from '../support/host.ts'

let sides: BothSides
let desk: TestHost
let laptop: TestHost
const useful: Vote = { isUseful: true, reason: null }
const useless: Vote = { isUseful: false, reason: 'beside-the-point' }

beforeAll(async () => {
  sides = await openBothSides()
  desk = sides.taxpayer
  laptop = await openTestHost('taxpayer', sides.server.url)
  await laptop.signIn('nsr001')
})
afterAll(async () => {
  await laptop.remove()
  await sides.remove()
})

/** Asked at the desk; the answer's id once the other device has it. */
async function answerTo(articleId: string): Promise<MessageId> {
  const { id } = await desk.ask('chat.send', { conversationId: null, text: '问', articleId: articleId as ArticleId })
  const { messages } = await laptop.heard('messages.changed', ({ messages: came }) =>
    came.some(({ body }) => body.kind === 'answer' && body.replyTo === id && takesVote(body)),
  )
  return messages.find(({ body }) => body.kind === 'answer' && body.replyTo === id)!.id
}
const voted = (host: TestHost, id: MessageId) =>
  host.heard('messages.changed', ({ messages }) => messages.some((message) => message.id === id && message.vote !== null))
const shownAt = async (host: TestHost, id: MessageId) =>
  (await host.ask('chat.open', {})).messages.find((message) => message.id === id)?.vote

it('a vote is shown on every device, stays over a restart, and is not taken twice', async () => {
  const id = await answerTo('deed-tax-rate')
  expect(await desk.ask('chat.vote', { messageId: id, ...useless, remark: '问的不是这个' })).toEqual(useless)
  for (const host of [desk, laptop]) {
    await voted(host, id)
    expect(await shownAt(host, id)).toEqual(useless)
  }
  expect(await laptop.tryAsk('chat.vote', { messageId: id, ...useful, remark: '' })).toMatchObject({
    error: { code: 'VOTE_ALREADY_GIVEN' },
  })
  await laptop.reopen()
  expect(await shownAt(laptop, id)).toEqual(useless)
})

it('a vote given while a device was off comes with its next welcome', async () => {
  const id = await answerTo('deed-tax-rate')
  await laptop.close()
  await desk.ask('chat.vote', { messageId: id, ...useful, remark: '' })
  await laptop.reopen()
  await voted(laptop, id)
  expect(await shownAt(laptop, id)).toEqual(useful)
})

it('the agent who takes the conversation sees the votes before, and those that come', async () => {
  const before = await answerTo('deed-tax-rate')
  const later = await answerTo('deed-tax-rate')
  await desk.ask('chat.vote', { messageId: before, ...useless, remark: '' })
  await desk.ask('queue.join', { reason: 'unsolved' })
  await sides.agent.ask('desk.setPresence', { presence: 'idle' })
  const { id } = await sides.agent.ask('desk.take', { ticketId: null })
  const { messages } = await sides.agent.ask('desk.talk', { conversationId: id })
  expect(messages.find((message) => message.id === before)?.vote).toEqual(useless)
  await desk.ask('chat.vote', { messageId: later, ...useful, remark: '' })
  await voted(sides.agent, later)
})

it('with no line no vote is taken, and none is kept for later', async () => {
  const { id } = (await desk.ask('chat.open', {})).messages.findLast(({ body }) => takesVote(body))!
  await sides.server.stop()
  await desk.heard('connection.changed', ({ state }) => state === 'offline')
  expect(await desk.tryAsk('chat.vote', { messageId: id, ...useful, remark: '' })).toMatchObject({ error: { code: 'HOST_OFFLINE' } })
})
