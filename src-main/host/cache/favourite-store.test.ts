// Favourites on this machine: by question, searched here, and what the server is still to be told.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FavouriteChange } from '@zhengna/contract/domain/favourite.ts'
import type { MessageId } from '@zhengna/contract/ids.ts'
import { aConversation, aMessage, anAnswer, anOutgoing, openStoreStand, type StoreStand } from '../../../test/support/person-store.ts'
import { newMessageId } from '../../../test/support/raw-line.ts'
import type { PersonStore } from './person-store.ts'

let stand: StoreStand
let store: PersonStore
const conversation = aConversation()
let seq = 0
beforeEach(() => {
  seq = 0
  stand = openStoreStand()
  store = stand.store()
  store.saveConversation(conversation)
})
afterEach(() => stand.remove())

/** Question and answer from the server. */
function answered(asked: string, markdown = '答'): { questionId: MessageId; messageId: MessageId } {
  const question = aMessage(conversation.id, ++seq, { body: { kind: 'text', text: asked } })
  const answer = aMessage(conversation.id, ++seq, {
    author: 'bot',
    body: { kind: 'answer', replyTo: question.id, answer: anAnswer(markdown) },
  })
  store.saveMessages(conversation.id, [question, answer])
  return { questionId: question.id, messageId: answer.id }
}
const asked = (search = '') => store.searchFavourites(search).map((favourite) => favourite.asked)
const told = (questionId: MessageId, messageId: MessageId, over: Partial<FavouriteChange> = {}): FavouriteChange => ({
  messageId,
  questionId,
  revision: 1,
  toggledAt: 10,
  favourite: { messageId, questionId, asked: '服务器的', answer: anAnswer(), answeredAt: 1, keptAt: 10 },
  ...over,
})

it('are kept as given with what was asked, the last kept first, and after a restart', () => {
  const [one, two] = [answered('契税怎么算'), answered('印花税怎么算')]
  expect(store.keepFavourite(one.messageId, 5)).toMatchObject({ asked: '契税怎么算', answer: anAnswer(), keptAt: 5 })
  store.keepFavourite(two.messageId, 6)
  store = stand.reopen()
  expect(asked()).toEqual(['印花税怎么算', '契税怎么算'])
  expect(store.keptQuestions()).toEqual([two.questionId, one.questionId])
})

it('are searched in part, in the question and the answer', () => {
  store.keepFavourite(answered('契税怎么算', '按 **成交价** 计算').messageId, 5)
  store.keepFavourite(answered('印花税怎么算').messageId, 6)
  expect(asked('契税')).toEqual(['契税怎么算'])
  expect(asked(' 成交价 ')).toEqual(['契税怎么算'])
  expect(asked('%')).toEqual([])
})

it('are direct answers only', () => {
  const question = aMessage(conversation.id, 1)
  const hint = aMessage(conversation.id, 2, {
    author: 'bot',
    body: { kind: 'answer', replyTo: question.id, answer: { ...anAnswer(), decision: 'none' } },
  })
  store.saveMessages(conversation.id, [question, hint])
  for (const id of [question.id, hint.id, newMessageId()]) expect(store.keepFavourite(id, 5)).toBeNull()
})

describe('a toggle made here', () => {
  it('is to be told until the server’s own copy says so', () => {
    const { questionId, messageId } = answered('问')
    store.keepFavourite(messageId, 5)
    expect(store.untoldFavourites()).toEqual([{ questionId, messageId, isKept: true, toggledAt: 5 }])
    store.saveFavourites([told(questionId, messageId, { toggledAt: 5 })], 5)
    expect(store.untoldFavourites()).toEqual([])
    expect(asked()).toEqual(['服务器的'])
  })

  it('is told once, as it ended', () => {
    const { questionId, messageId } = answered('问')
    store.keepFavourite(messageId, 5)
    expect(store.dropFavourite(questionId, 6)).toBe(true)
    expect(store.dropFavourite(questionId, 7)).toBe(false)
    expect(store.untoldFavourites()).toEqual([{ questionId, messageId, isKept: false, toggledAt: 6 }])
    expect(asked()).toEqual([])
  })

  it('comes after the one it changes, whatever the clock says', () => {
    const { questionId, messageId } = answered('问')
    store.saveFavourites([told(questionId, messageId, { toggledAt: 1_000 })])
    store.dropFavourite(questionId, 7)
    expect(store.untoldFavourites()).toMatchObject([{ toggledAt: 1_001 }])
  })

  it('stays where an earlier one comes, and gives way to a later one', () => {
    const { questionId, messageId } = answered('问')
    store.keepFavourite(messageId, 20)
    store.saveFavourites([told(questionId, messageId, { toggledAt: 19, favourite: null })])
    expect(asked()).toEqual(['问'])
    store.saveFavourites([told(questionId, messageId, { toggledAt: 21, favourite: null })])
    expect(asked()).toEqual([])
    expect(store.untoldFavourites()).toEqual([])
  })

  it('that the server set back to its own clock counts as told', () => {
    const { questionId, messageId } = answered('问')
    store.keepFavourite(messageId, 9_000)
    store.saveFavourites([told(questionId, messageId, { toggledAt: 100 })], 9_000)
    expect(store.untoldFavourites()).toEqual([])
  })

  it('that the server would not take is forgotten', () => {
    const { questionId, messageId } = answered('问')
    store.keepFavourite(messageId, 5)
    store.forgetFavourite(questionId)
    expect([store.keptQuestions(), store.untoldFavourites()]).toEqual([[], []])
  })
})

it('one from another device, whose conversation is not here, can be dropped and kept again', () => {
  const [questionId, messageId] = [newMessageId(), newMessageId()]
  store.saveFavourites([told(questionId, messageId)])
  store.dropFavourite(questionId, 20)
  expect(asked()).toEqual([])
  expect(store.keepFavourite(messageId, 30)).toMatchObject({ asked: '服务器的', keptAt: 30 })
  expect(asked()).toEqual(['服务器的'])
})

it('an answer made with no line is kept, and told under the id of the server’s answer once that has come', () => {
  const question = store.enqueue(anOutgoing('没有网时问的'))
  const local = store.addOfflineAnswer(question.id, newMessageId(), { ...anAnswer(), offline: true }, 6)!
  store.keepFavourite(local.id, 7)
  expect(store.untoldFavourites()).toMatchObject([{ questionId: question.id, messageId: null }])
  const answer = aMessage(conversation.id, 2, { author: 'bot', body: { kind: 'answer', replyTo: question.id, answer: anAnswer() } })
  store.saveMessages(conversation.id, [{ ...aMessage(conversation.id, 1), id: question.id }, answer])
  expect(store.untoldFavourites()).toMatchObject([{ questionId: question.id, messageId: answer.id }])
  expect(store.keptQuestions()).toEqual([question.id])
})
