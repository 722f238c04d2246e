// Who types is told to the other side of a live conversation alone, on a real store.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { defaultSettingValues, type SettingValues } from '@zhengna/contract/domain/setting.ts'
import type { ConversationId, PersonId } from '@zhengna/contract/ids.ts'
import type { ServerFrame } from '@zhengna/contract/realtime/frames.ts'
import { openJournalStand, type JournalStand } from '../../../../test/support/journal.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import { createTyping, type TypingNotes } from './typing.ts'

let stand: JournalStand
let taxpayer: Caller
let agent: Caller
let conversationId: ConversationId
let told: [PersonId, ServerFrame][]
let held: PersonId[]
const typingWith = (set: Partial<SettingValues> = {}): TypingNotes =>
  createTyping({
    database: stand.database,
    clock: stand.clock,
    settings: () => ({ ...defaultSettingValues, ...set }),
    tell(personId, frame) {
      told.push([personId, frame])
    },
    hold({ personId }) {
      held.push(personId)
      return Promise.resolve()
    },
  })
beforeAll(async () => {
  stand = await openJournalStand()
})
afterAll(() => stand.close())
beforeEach(async () => {
  told = []
  held = []
  const office = await stand.office()
  taxpayer = await stand.taxpayer(office)
  agent = await stand.agent(office)
  conversationId = (await stand.queue.join(taxpayer, 'button')).id
})
const note = (typing: TypingNotes, who: Caller, text: string, id: ConversationId | null = conversationId) =>
  typing.note(who, { type: 'typing', conversationId: id, text })

describe('in a live conversation', () => {
  beforeEach(async () => {
    await stand.queue.take(agent, null)
  })

  it('the agent sees what the taxpayer types, and that the box is empty again', async () => {
    const typing = typingWith()
    await note(typing, taxpayer, '我想问', null)
    await note(typing, taxpayer, '', null)
    expect(told).toEqual([
      [agent.personId, { type: 'typing', conversationId, text: '我想问' }],
      [agent.personId, { type: 'typing', conversationId, text: null }],
    ])
  })
  it('the taxpayer sees that the agent types, and never what', async () => {
    await note(typingWith(), agent, '您的问题')
    expect(told).toEqual([[taxpayer.personId, { type: 'typing', conversationId, text: '' }]])
  })
  it('where the office does not look over shoulders, nor does the agent', async () => {
    const typing = typingWith({ 'talk.typing-preview': 'off' })
    expect(typing.showsTyping()).toBe(false)
    await note(typing, taxpayer, '我想问', null)
    expect(told).toEqual([[agent.personId, { type: 'typing', conversationId, text: '' }]])
  })
  it('another agent’s word is nobody’s', async () => {
    await note(typingWith(), await stand.agent(), '您好')
    expect(told).toEqual([])
  })
  it('more than a few times a second is passed over, but for the last word', async () => {
    const typing = typingWith()
    await note(typing, taxpayer, '一', null)
    await note(typing, taxpayer, '一二', null)
    await note(typing, taxpayer, '', null)
    stand.clock.advance(300)
    await note(typing, taxpayer, '三', null)
    expect(told.map(([, frame]) => (frame.type === 'typing' ? frame.text : frame))).toEqual(['一', null, '三'])
  })
})

it('while somebody waits nothing is told, and what waits for them is held', async () => {
  await note(typingWith(), taxpayer, '我想问', null)
  expect(told).toEqual([])
  expect(held).toEqual([taxpayer.personId])
})
