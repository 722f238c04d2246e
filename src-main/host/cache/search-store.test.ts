import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { limits } from '@zhengna/contract/limits.ts'
import type { MessageBody } from '@zhengna/contract/domain/message.ts'
import { aConversation, aMessage, anAnswer, anOutgoing, openStoreStand, type StoreStand } from '../../../test/support/person-store.ts'
import type { PersonStore } from './person-store.ts'

let stand: StoreStand
let store: PersonStore
const conversation = aConversation({ ordinal: 1 })
const other = aConversation({ ordinal: 2 })
beforeEach(() => {
  stand = openStoreStand()
  store = stand.store()
  store.saveConversation(conversation)
  store.saveConversation(other)
})
afterEach(() => stand.remove())

const say = (seq: number, body: MessageBody | string, talk = conversation): void =>
  void store.saveMessages(talk.id, [aMessage(talk.id, seq, { body: typeof body === 'string' ? { kind: 'text', text: body } : body })])
const found = (text: string, talk: typeof conversation | null = null) =>
  store.search(text, talk?.id ?? null).hits.map(({ before, words, after }) => [before, words, after].join('|'))

describe('查找记录', () => {
  it('finds words of two characters wherever they stand, the newest first', () => {
    say(1, '我想问退税多久到账')
    say(2, '发票开错了')
    say(1, '退税', other)
    expect(found('退税')).toEqual(['|退税|', '我想问|退税|多久到账'])
    expect(found('税多')).toEqual(['我想问退|税多|久到账'])
  })
  it('narrowed to a conversation finds what is in it', () => {
    say(1, '退税一')
    say(1, '退税二', other)
    expect(found('退税', other)).toEqual(['|退税|二'])
  })
  it('finds what an answer says, and nothing that it only has inside', () => {
    say(1, { kind: 'answer', replyTo: aMessage(conversation.id, 9).id, answer: anAnswer('**增值税**的起征点') })
    expect(found('起征点')).toEqual(['问 增值税的|起征点|'])
    expect(found('decision')).toEqual([])
    expect(found('markdown')).toEqual([])
  })
  it('finds letters in any case, quotes, backslashes and what waits to be sent', () => {
    say(1, '报错 ERROR "500" C:\\temp')
    store.enqueue(anOutgoing('还没发出的 error'))
    expect(found('error')).toHaveLength(2)
    expect(found('"500"')).toHaveLength(1)
    expect(found('c:\\temp')).toHaveLength(1)
  })
  it('does not find what was taken back, nor anything for nothing', () => {
    say(1, '我的密码')
    say(2, { kind: 'event', event: { type: 'retracted', messageId: store.search('密码', null).hits[0]!.messageId } })
    expect(found('密码')).toEqual([])
    expect(found('  ')).toEqual([])
  })
  it('shows a line about the words, and says where there are more than are shown', () => {
    say(1, `${'前'.repeat(60)}退税${'后'.repeat(60)}`)
    expect(found('退税')[0]).toBe(`…${'前'.repeat(24)}|退税|${'后'.repeat(24)}…`)
    for (let seq = 2; seq <= limits.historySearchHitsMax + 1; seq += 1) say(seq, '退税')
    expect(store.search('退税', null)).toMatchObject({ isCut: true, hits: { length: limits.historySearchHitsMax } })
  })
})
