// Trends and association at the host: fetched, kept, and there with no line.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestHost, type TestHost } from '../support/host.ts'
import { addTaxpayer, withStore } from '../support/register.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let taxpayer: TestHost

beforeEach(async () => {
  server = await startTestServer()
  taxpayer = await openTestHost('taxpayer', server.url)
  await taxpayer.signIn('nsr001')
  await taxpayer.heard('knowledge.changed', ({ articles }) => articles > 100)
  await taxpayer.heard('trends.changed', () => true)
})
afterEach(async () => {
  await taxpayer.remove()
  await server.remove()
})

const offline = (host: TestHost): Promise<unknown> => host.heard('connection.changed', ({ state }) => state === 'offline')

it('hot words, recommendations, files and packs come with signing in', async () => {
  const trends = await taxpayer.ask('knowledge.trends', {})
  expect(trends?.hotWords.length).toBeGreaterThanOrEqual(3 * (trends?.hotWordsShown ?? 99))
  const { questions, files } = await taxpayer.ask('knowledge.recommended', {})
  expect(questions.map(({ articleId }) => articleId)).toEqual(trends?.recommended)
  expect(files.map(({ name }) => name)).toEqual(['专项附加扣除资料清单.xlsx'])
  const packs = await taxpayer.ask('knowledge.topics', {})
  expect(packs.map(({ topic }) => topic.id)).toEqual(trends?.packs.map(({ topicId }) => topicId))
})

it('they are the last ones that came, with no line and after a restart', async () => {
  const trends = await taxpayer.ask('knowledge.trends', {})
  const recommended = await taxpayer.ask('knowledge.recommended', {})
  await server.stop()
  await taxpayer.reopen()
  expect(await taxpayer.ask('knowledge.trends', {})).toEqual(trends)
  expect(await taxpayer.ask('knowledge.recommended', {})).toEqual(recommended)
})

it('what people ask moves them up, once it is time to look again', async () => {
  const before = await taxpayer.ask('knowledge.topics', {})
  const last = before.at(-1)!
  for (const account of ['nsr901', 'nsr902', 'nsr903']) {
    await withStore(server.dataDir, (trx) => addTaxpayer(trx, account))
    const other = await openTestHost('taxpayer', server.url)
    await other.signIn(account)
    const [question] = last.questions
    await other.ask('chat.send', { conversationId: null, text: question!.question, articleId: question!.articleId, origin: 'association' })
    await other.heard('messages.changed', ({ messages }) => messages.some(({ body }) => body.kind === 'answer'))
    await other.remove()
  }
  server.clock.advance(61 * 60_000)
  await taxpayer.reopen()
  await taxpayer.heard('trends.changed', () => true)
  const [first] = await taxpayer.ask('knowledge.topics', {})
  expect(first).toMatchObject({ topic: { id: last.topic.id }, calls: 3 })
})

it('typing finds questions on this machine, also with no line, in pinyin too', async () => {
  await taxpayer.ask('chat.open', {})
  await server.stop()
  await offline(taxpayer)
  for (const typed of ['契税', 'qishui', 'qs']) {
    const found = await taxpayer.ask('knowledge.suggest', { typed })
    expect(found.length).toBeGreaterThan(0)
    expect(found.length).toBeLessThanOrEqual(8)
    expect(found.some(({ question, alias }) => `${question}${alias ?? ''}`.includes('契税'))).toBe(true)
  }
  expect(await taxpayer.ask('knowledge.suggest', { typed: '  ' })).toEqual([])
})

it('a picked suggestion is answered with no line, and told to the server as what it was', async () => {
  const [first] = await taxpayer.ask('knowledge.suggest', { typed: '契税税率' })
  await server.stop()
  await offline(taxpayer)
  await taxpayer.ask('chat.send', { conversationId: null, text: first!.question, articleId: first!.articleId, origin: 'association' })
  const { messages } = await taxpayer.heard('messages.changed', (changed) => changed.messages.some(({ body }) => body.kind === 'answer'))
  expect(messages.some(({ body }) => body.kind === 'answer' && body.answer.papers?.articleId === first!.articleId)).toBe(true)
  await server.restart()
  await taxpayer.heard('messages.changed', (changed) => changed.messages.some(({ author, seq }) => author === 'taxpayer' && seq === 1))
  const records = await withStore(server.dataDir, (trx) => trx.selectFrom('records').selectAll().execute())
  expect(records).toMatchObject([{ origin: 'association', article_id: first!.articleId, decision: 'answer' }])
})
