// The optional embedding channel: a real ONNX model in a folder, its thread, and a server that is asked.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildArticle } from '@zhengna/answering/testing/article-builder.ts'
import { buildKnowledge } from '@zhengna/answering/testing/knowledge-builder.ts'
import type { KnowledgeSnapshot } from '@zhengna/contract/domain/article.ts'
import { routes } from '@zhengna/contract/http/index.ts'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { checkModelFolder, openEmbeddingChannel } from '../../server/src/features/answering/index.ts'
import { valueOf } from '../support/office.ts'
import { callRoute, signIn } from '../support/raw-api.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { writeToyEmbeddingModel } from '../support/toy-embedding-model.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhengna-embedding-'))
const modelFolder = join(folder, 'model')
// 铁马 is what nobody writes for 汽车: no word of the article is in the question.
writeToyEmbeddingModel(modelFolder, ['汽车铁马', '房屋住宅'])
afterAll(() => rmSync(folder, { recursive: true }))

const snapshotOf = (version: string, questions: Record<string, string>): KnowledgeSnapshot => ({
  ...buildKnowledge(Object.entries(questions).map(([id, question]) => buildArticle({ id, question }))),
  version,
})

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

function open(first: KnowledgeSnapshot, from = modelFolder) {
  const failures: string[] = []
  let replace: (snapshot: KnowledgeSnapshot) => void = () => undefined
  const channel = openEmbeddingChannel({
    folder: from,
    cacheFolder: join(folder, 'cache'),
    knowledge: { snapshot: () => first, onReplaced: (listener) => (replace = listener) },
    onFailure: (reason) => failures.push(reason),
  })
  closing.push(channel.close)
  return { channel, failures, replace: (snapshot: KnowledgeSnapshot) => replace(snapshot) }
}

const knowledge = snapshotOf('1', { car: '汽车汽车', house: '房屋房屋' })

describe('the embedding channel', () => {
  it('finds by meaning what no word leads to, nearest first', async () => {
    const { channel, failures } = open(knowledge)
    await channel.ready()
    expect([...((await channel.nearness('铁马')) ?? [])].map(([id]) => id)).toEqual(['car', 'house'])
    expect([...((await channel.nearness('住宅')) ?? [])][0]).toEqual(['house', expect.closeTo(1, 5)])
    expect(failures).toEqual([])
  })

  it('keeps its vectors, and only those of the knowledge there is', async () => {
    const { channel } = open(knowledge)
    await channel.ready()
    expect(readdirSync(join(folder, 'cache')).filter((name) => name.endsWith('.vectors'))).toHaveLength(1)
    const again = open(knowledge)
    await again.channel.ready()
    expect((await again.channel.nearness('铁马'))?.size).toBe(2)
  })

  it('follows the knowledge when it changes', async () => {
    const { channel, replace } = open(snapshotOf('1', { car: '汽车汽车' }))
    await channel.ready()
    replace(snapshotOf('2', { house: '房屋房屋' }))
    await expect.poll(async () => [...((await channel.nearness('住宅')) ?? [])].map(([id]) => id)).toEqual(['house'])
  })

  it('says once that a folder is no model, and is silent from then on', async () => {
    const { channel, failures } = open(knowledge, join(folder, 'nowhere'))
    await channel.ready()
    expect(await channel.nearness('汽车')).toBeUndefined()
    expect(failures).toEqual([expect.stringContaining('there is no model.onnx in')])
  })

  it('a model that is named in the settings must be there', async () => {
    await expect(checkModelFolder(join(folder, 'nowhere'))).rejects.toThrow('SETTING_MODEL_INCOMPLETE')
    await checkModelFolder(modelFolder)
    await checkModelFolder('')
  })
})

describe('a server with a model', { timeout: 120_000 }, () => {
  let server: TestServer
  beforeAll(async () => {
    writeToyEmbeddingModel(join(folder, 'stamp'), ['印花税囍龘'])
    server = await startTestServer()
  })
  afterAll(() => server.remove())

  const setFolder = async (value: string) =>
    callRoute(server.url, routes.changeSetting, {
      token: (await signIn(server.url, 'admin001')).accessToken,
      params: { name: 'answering.embedding-folder' },
      body: { value },
    })
  const candidatesFor = async (query: string) => {
    const { accessToken } = await signIn(server.url, 'zs001')
    const body = { query, audiences: [], day: null, withOpen: false }
    return valueOf(await callRoute(server.url, routes.askTestBench, { token: accessToken, body })).candidates
  }

  it('refuses a folder that is none, and says what is missing', async () => {
    expect(await setFolder(join(folder, 'nowhere'))).toMatchObject({
      code: 'SETTING_MODEL_INCOMPLETE',
      message: '服务器上的该目录缺少 model.onnx、tokenizer.json，请检查路径是否为模型所在目录。',
    })
  })

  it('finds from its next start on what only the model understands, and shows editors what that added', async () => {
    expect(await candidatesFor('囍龘')).toEqual([])
    await setFolder(join(folder, 'stamp'))
    await server.restart()
    const reasonsOfFirst = async () => (await candidatesFor('囍龘'))[0]?.reasons.map(({ name }) => name)
    await expect.poll(reasonsOfFirst, { timeout: 90_000, interval: 1_000 }).toContain('nearness')
    expect((await candidatesFor('囍龘'))[0]?.question).toContain('印花税')
  })
})
