// 引用 on a real store: a message of the same live conversation, while it says something.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { ConversationId, MessageId } from '@zhengna/contract/ids.ts'
import { draftOf, openJournalStand, type JournalStand } from '../../../../test/support/journal.ts'
import { newMessageId } from '../../../../test/support/raw-line.ts'
import type { Caller } from '../../platform/auth/tokens.ts'

let stand: JournalStand
let taxpayer: Caller
let agent: Caller
let conversationId: ConversationId
beforeAll(async () => {
  stand = await openJournalStand()
})
afterAll(() => stand.close())
async function talk(): Promise<ConversationId> {
  const office = await stand.office()
  taxpayer = await stand.taxpayer(office)
  agent = await stand.agent(office)
  const { id } = await stand.queue.join(taxpayer, 'button')
  await stand.queue.take(agent, null)
  return id
}
beforeEach(async () => void (conversationId = await talk()))

async function say(text: string, author: Caller, quote?: MessageId): Promise<MessageId> {
  const stored = await stand.journal.submit({ ...draftOf(author, text, { conversationId }), ...(quote && { quote }) })
  if (!stored.ok) throw new Error(stored.code)
  return stored.id
}
const bodyOf = async (id: MessageId): Promise<unknown> => {
  const rows = await stand.stored(conversationId)
  return JSON.parse(rows.find((row) => row.id === id)!.body)
}

it('is kept with the words', async () => {
  const asked = await say('三月的表怎么填', taxpayer)
  expect(await bodyOf(await say('这一句请说明', agent, asked))).toEqual({ kind: 'text', text: '这一句请说明', quote: asked })
})

it('is kept also of what came in the same moment', async () => {
  const id = newMessageId()
  const first = stand.journal.submit({ ...draftOf(taxpayer, '一', { conversationId }), id })
  const second = say('二', agent, id)
  await first
  expect(await bodyOf(await second)).toMatchObject({ quote: id })
})

it('is left out where it is another conversation’s, none, an event, or was taken back; the words are said all the same', async () => {
  const before = conversationId
  const elsewhere = await say('别处的话', taxpayer)
  conversationId = await talk()
  const asked = await say('写错了', taxpayer)
  await stand.conversations.retract(taxpayer, asked)
  const [event] = (await stand.stored(conversationId)).filter(({ author }) => author === 'system')
  for (const quote of [elsewhere, newMessageId(), asked, event!.id as MessageId])
    expect(await bodyOf(await say('答复', agent, quote))).toEqual({ kind: 'text', text: '答复' })
  expect(before).not.toBe(conversationId)
})
