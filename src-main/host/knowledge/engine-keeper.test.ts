import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildArticle } from '@zhengna/answering/testing/article-builder.ts'
import { buildKnowledge } from '@zhengna/answering/testing/knowledge-builder.ts'
import type { KnowledgeSnapshot } from '@zhengna/contract/domain/article.ts'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { temporaryFolder } from '../../../test/support/server.ts'
import { createEngineKeeper, type EngineKeeper } from './engine-keeper.ts'

const day = '2026-11-23'
const snapshotOf = (question: string, version = 1): KnowledgeSnapshot => ({
  ...buildKnowledge([buildArticle({ id: 'a', question, version })]),
  version: String(version),
})

let folder: string
let file: string
let keeper: EngineKeeper
let logged: string[]

beforeEach(() => {
  folder = temporaryFolder('engine')
  file = join(folder, 'knowledge.index')
  logged = []
  keeper = createEngineKeeper(file, (line) => logged.push(line))
})
afterEach(async () => {
  await keeper.close()
  rmSync(folder, { recursive: true, force: true })
})
const suggested = async (snapshot: KnowledgeSnapshot): Promise<string[]> =>
  (await keeper.engine(snapshot)).suggest('契税', { day, limit: 5 }).map(({ question }) => question)

it('an index is built in a worker and kept for the next start', async () => {
  const snapshot = snapshotOf('契税怎么交？')
  expect(await suggested(snapshot)).toEqual(['契税怎么交？'])
  const { mtimeMs } = statSync(file)
  const next = createEngineKeeper(file, (line) => logged.push(line))
  expect((await next.engine(snapshot)).suggest('契税', { day, limit: 5 })).toHaveLength(1)
  expect(statSync(file).mtimeMs).toBe(mtimeMs)
  await next.close()
})

it('another knowledge base gets an index of its own, in the place of the old one', async () => {
  await suggested(snapshotOf('契税怎么交？'))
  const before = readFileSync(file)
  expect(await suggested(snapshotOf('契税什么时候交？', 2))).toEqual(['契税什么时候交？'])
  expect(readFileSync(file).equals(before)).toBe(false)
})

it('an index cut short is built anew', async () => {
  const snapshot = snapshotOf('契税怎么交？')
  writeFileSync(file, 'half an index')
  expect(await suggested(snapshot)).toEqual(['契税怎么交？'])
  expect(statSync(file).size).toBeGreaterThan(1_000)
})

it('one that cannot be kept answers all the same, and the log says so', async () => {
  const nowhere = createEngineKeeper(join(folder, 'none', 'knowledge.index'), (line) => logged.push(line))
  expect((await nowhere.engine(snapshotOf('契税怎么交？'))).suggest('契税', { day, limit: 5 })).toHaveLength(1)
  expect(logged.join()).toContain('index')
  await nowhere.close()
})

it('asked twice at once it is opened once', async () => {
  const snapshot = snapshotOf('契税怎么交？')
  const [first, second] = await Promise.all([keeper.engine(snapshot), keeper.engine(snapshot)])
  expect(first).toBe(second)
})
