// 撤回 on a real store: whose, for how long, and who still reads it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { limits } from '@zhengna/contract/limits.ts'
import type { ConversationId, MessageId, PersonId } from '@zhengna/contract/ids.ts'
import { codeOf } from '../../../../test/support/desk.ts'
import { draftOf, openJournalStand, type JournalStand } from '../../../../test/support/journal.ts'
import { newMessageId } from '../../../../test/support/raw-line.ts'
import type { Caller } from '../../platform/auth/tokens.ts'

let stand: JournalStand
let taxpayer: Caller
let agent: Caller
let conversationId: ConversationId
let messageId: MessageId
beforeAll(async () => {
  stand = await openJournalStand()
})
afterAll(() => stand.close())
beforeEach(async () => {
  const office = await stand.office()
  taxpayer = await stand.taxpayer(office)
  agent = await stand.agent(office)
  conversationId = (await stand.queue.join(taxpayer, 'button')).id
  await stand.queue.take(agent, null)
  messageId = await say('写错了')
})
async function say(text: string, author = taxpayer): Promise<MessageId> {
  const stored = await stand.journal.submit(draftOf(author, text, { conversationId }))
  if (!stored.ok) throw new Error(stored.code)
  return stored.id
}
const seenBy = async (caller: Caller) => (await stand.conversations.messages(caller, conversationId, 0, 200)).messages
const bodyFor = async (caller: Caller) => (await seenBy(caller)).find(({ id }) => id === messageId)?.body
const supervisor = (): Caller => ({ ...agent, role: 'supervisor', personId: 'bz001' as PersonId })

describe('a message that is taken back', () => {
  it('is given to nobody again but to supervisors, and the stream says so once', async () => {
    await stand.conversations.retract(taxpayer, messageId)
    await stand.conversations.retract(taxpayer, messageId)
    for (const caller of [taxpayer, agent]) expect(await bodyFor(caller)).toEqual({ kind: 'retracted', text: null })
    expect(await bodyFor(supervisor())).toEqual({ kind: 'retracted', text: '写错了' })
    const said = (await seenBy(agent)).filter(({ body }) => body.kind === 'event' && body.event.type === 'retracted')
    expect(said.map(({ body }) => body)).toEqual([{ kind: 'event', event: { type: 'retracted', messageId } }])
  })
  it('may be the agent’s too', async () => {
    messageId = await say('说错了', agent)
    await stand.conversations.retract(agent, messageId)
    expect(await bodyFor(taxpayer)).toEqual({ kind: 'retracted', text: null })
  })
})

describe('a message stands', () => {
  const refused = (caller = taxpayer, id = messageId) => codeOf(stand.conversations.retract(caller, id))
  it('after two minutes', async () => {
    stand.clock.advance(limits.retractWithinMs + 1)
    expect(await refused()).toBe('MESSAGE_RETRACT_TOO_LATE')
    expect(await bodyFor(agent)).toEqual({ kind: 'text', text: '写错了' })
  })
  it('whoever else would take it back', async () => {
    expect(await refused(agent)).toBe('NOT_FOUND')
    expect(await refused(await stand.taxpayer())).toBe('NOT_FOUND')
    expect(await refused(taxpayer, newMessageId())).toBe('NOT_FOUND')
  })
  it('once the conversation is over', async () => {
    await stand.conversations.end(agent, conversationId)
    expect(await refused()).toBe('CONVERSATION_ENDED')
  })
  it('that the bot answered', async () => {
    const asking = await stand.taxpayer()
    const stored = await stand.journal.submit(draftOf(asking, '怎么报税'))
    if (!stored.ok) throw new Error(stored.code)
    expect(await refused(asking, stored.id)).toBe('MESSAGE_NOT_RETRACTABLE')
    // Nor once a person serves.
    stand.clock.advance(1_000)
    await stand.queue.join(asking, 'button')
    const [ticket] = await stand.database.reader.selectFrom('tickets').selectAll().where('taxpayer_id', '=', asking.personId).execute()
    await stand.queue.take(await stand.agent(ticket!.office_id), ticket!.id)
    expect(await refused(asking, stored.id)).toBe('MESSAGE_NOT_RETRACTABLE')
  })
})
