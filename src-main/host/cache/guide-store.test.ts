import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Answer } from '@zhengna/contract/domain/answer.ts'
import type { MessageId } from '@zhengna/contract/ids.ts'
import { aConversation, aMessage, anAnswer, anOutgoing, openStoreStand, type StoreStand } from '../../../test/support/person-store.ts'
import { newMessageId } from '../../../test/support/raw-line.ts'
import type { PersonStore } from './person-store.ts'

let stand: StoreStand
let store: PersonStore
const conversation = aConversation()
const steps = ['甲', '乙'].map((title) => ({ title, detail: title }))
const guided: Answer = {
  ...anAnswer(),
  parts: [
    { type: 'guide', title: '一', steps },
    { type: 'text', markdown: '答' },
    { type: 'guide', title: '二', steps },
  ],
}
const answerTo = (replyTo: MessageId) => aMessage(conversation.id, 2, { author: 'bot', body: { kind: 'answer', replyTo, answer: guided } })
const answer = answerTo(newMessageId())
const second = { part: 0, step: 1, isDone: false }

beforeEach(() => {
  stand = openStoreStand()
  store = stand.store()
  store.saveConversation(conversation)
})
afterEach(() => stand.remove())

const guides = () => store.page(null, 10, true).messages.at(-1)?.guides

it('is kept per guide, shown with its answer, also when the answer comes again and after a restart', () => {
  store.saveMessages(conversation.id, [answer])
  expect(guides()).toEqual([])
  expect(store.markGuide(answer.id, second)).toMatchObject({ id: answer.id, guides: [second] })
  const done = { part: 2, step: 1, isDone: true }
  store.markGuide(answer.id, { part: 2, step: 0, isDone: false })
  store.markGuide(answer.id, done)
  store.saveMessages(conversation.id, [answer])
  store = stand.reopen()
  expect(guides()).toEqual([second, done])
})

it('begun in an answer made with no line goes on in the server’s', () => {
  const question = anOutgoing('怎么办')
  store.enqueue(question)
  const local = newMessageId()
  store.addOfflineAnswer(question.id, local, { ...guided, offline: true }, 6_000)
  store.markGuide(local, second)
  const saved = store.saveMessages(conversation.id, [answerTo(question.id)])
  expect(saved).toMatchObject({ removed: [local], messages: [{ guides: [second] }] })
})

it('what is no guide is not marked', () => {
  store.saveMessages(conversation.id, [aMessage(conversation.id, 1), answer])
  const [text] = store.page(null, 10, true).messages
  for (const [id, part] of [
    [answer.id, 1],
    [answer.id, 3],
    [text!.id, 0],
    [newMessageId(), 0],
  ] as const)
    expect(store.markGuide(id, { ...second, part })).toBeNull()
})
