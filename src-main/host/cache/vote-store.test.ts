import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Vote } from '@zhengna/contract/domain/vote.ts'
import { aConversation, aMessage, anAnswer, openStoreStand, type StoreStand } from '../../../test/support/person-store.ts'
import { newMessageId } from '../../../test/support/raw-line.ts'
import type { PersonStore } from './person-store.ts'

let stand: StoreStand
let store: PersonStore
const conversation = aConversation()
const answer = aMessage(conversation.id, 2, { author: 'bot', body: { kind: 'answer', replyTo: newMessageId(), answer: anAnswer() } })
const useless: Vote = { isUseful: false, reason: 'wrong' }

beforeEach(() => {
  stand = openStoreStand()
  store = stand.store()
  store.saveConversation(conversation)
})
afterEach(() => stand.remove())

const votes = () => store.page(null, 10, true).messages.map(({ vote }) => vote)

it('a vote is shown with its answer, also when the answer comes again and after a restart', () => {
  store.saveMessages(conversation.id, [aMessage(conversation.id, 1), answer])
  expect(store.saveVotes([{ messageId: answer.id, vote: useless }])).toMatchObject([{ id: answer.id, vote: useless }])
  store.saveMessages(conversation.id, [answer])
  store = stand.reopen()
  expect(votes()).toEqual([null, useless])
})

it('a vote may come before its answer', () => {
  expect(store.saveVotes([{ messageId: answer.id, vote: useless }])).toEqual([])
  expect(store.saveMessages(conversation.id, [answer]).messages).toMatchObject([{ vote: useless }])
})

it('the first vote stays; the same again is no change', () => {
  store.saveMessages(conversation.id, [answer])
  store.saveVotes([{ messageId: answer.id, vote: useless }])
  expect(store.saveVotes([{ messageId: answer.id, vote: { isUseful: true, reason: null } }])).toEqual([])
  expect(votes()).toEqual([useless])
})
