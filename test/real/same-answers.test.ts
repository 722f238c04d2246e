// A desktop answers with no line as the server does with one: same engine, same knowledge, same words.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readEvaluationSet } from '@zhengna/answering/testing/evaluation-set.ts'
import type { Answer } from '@zhengna/contract/domain/answer.ts'
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'
import type { ConversationId } from '@zhengna/contract/ids.ts'
import { openTestHost, type TestHost } from '../support/host.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let taxpayer: TestHost

beforeAll(async () => {
  server = await startTestServer()
  taxpayer = await openTestHost('taxpayer', server.url)
  await taxpayer.signIn('nsr001')
  await taxpayer.heard('knowledge.changed', ({ articles }) => articles > 100)
})
afterAll(async () => {
  await taxpayer.remove()
  await server.remove()
})

/** Of every kind, a few, spread over the set. */
const questions = ['answer', 'clarify', 'none'].flatMap((decision) => {
  const asked = readEvaluationSet().filter((question) => question.split === 'tuning' && question.decision === decision)
  return Array.from({ length: 8 }, (_, i) => asked[Math.floor((i * asked.length) / 8)]?.query ?? '')
})

/** In one conversation, one after the other, so that what was said before counts on both sides. */
async function answersTo(texts: readonly string[]): Promise<{ answers: Answer[]; conversationIds: ConversationId[] }> {
  const answers: Answer[] = []
  const conversationIds = new Set<ConversationId>()
  for (const text of texts) {
    const question = await taxpayer.ask('chat.send', { conversationId: null, text })
    const isItsAnswer = ({ body }: LocalMessage): boolean => body.kind === 'answer' && body.replyTo === question.id
    const { messages } = await taxpayer.heard('messages.changed', ({ messages: came }) => came.some(isItsAnswer))
    for (const { body, conversationId } of messages.filter(isItsAnswer)) {
      if (body.kind === 'answer') answers.push(body.answer)
      if (conversationId) conversationIds.add(conversationId)
    }
  }
  return { answers, conversationIds: [...conversationIds] }
}

it('the same questions have the same answers with a line and without', { timeout: 120_000 }, async () => {
  const online = await answersTo(questions)
  expect(online.conversationIds).toHaveLength(1)
  await taxpayer.ask('conversation.end', { conversationId: online.conversationIds[0]! })
  await server.stop()
  await taxpayer.heard('connection.changed', ({ state }) => state === 'offline')
  const offline = await answersTo(questions)
  expect(offline.answers.map((answer) => ({ ...answer, offline: false }))).toEqual(online.answers)
  expect(offline.answers.every((answer) => answer.offline)).toBe(true)
  await server.restart()
})
