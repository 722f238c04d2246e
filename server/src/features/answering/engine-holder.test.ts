import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { initialDialogue, type Engine } from '@zhengna/answering/engine.ts'
import { buildArticle } from '@zhengna/answering/testing/article-builder.ts'
import { buildKnowledge } from '@zhengna/answering/testing/knowledge-builder.ts'
import type { KnowledgeSnapshot } from '@zhengna/contract/domain/article.ts'
import { emptyLexicon } from '@zhengna/contract/domain/lexicon.ts'
import { afterAll, describe, expect, it } from 'vitest'
import { holdEngine } from './engine-holder.ts'

const snapshotOf = (version: string, question: string): KnowledgeSnapshot => ({
  ...buildKnowledge([buildArticle({ id: question, question })], { lexicon: emptyLexicon }),
  version,
})

const folder = mkdtempSync(join(tmpdir(), 'zhengna-engine-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function stand(first: KnowledgeSnapshot, indexFile = join(folder, first.version)) {
  const errors: unknown[] = []
  let current = first
  let replace: (snapshot: KnowledgeSnapshot) => void = () => undefined
  const knowledge = { snapshot: () => current, onReplaced: (listener: typeof replace) => (replace = listener) }
  const holder = await holdEngine({ knowledge, indexFile, onError: (error) => errors.push(error) })
  return {
    holder,
    errors,
    replace(snapshot: KnowledgeSnapshot) {
      current = snapshot
      replace(snapshot)
    },
  }
}

const answered = (engine: Engine, query: string): string | null =>
  engine.ask(query, { audiences: [], day: '2026-03-01', dialogue: initialDialogue }).answer.question

it('until the changed knowledge is indexed the engine there was answers, and then the new one', async () => {
  const { holder, errors, replace } = await stand(snapshotOf('1', '印花税税率是多少'))
  replace(snapshotOf('2', '契税税率是多少'))
  expect(answered(holder.engine(), '印花税税率是多少')).toBe('印花税税率是多少')
  await holder.settled()
  expect(answered(holder.engine(), '契税税率是多少')).toBe('契税税率是多少')
  expect(errors).toEqual([])
})

it('changes that come while one is indexed end with the last of them', async () => {
  const { holder, replace } = await stand(snapshotOf('1', '印花税税率是多少'))
  for (const question of ['契税税率是多少', '车船税税率是多少', '资源税税率是多少']) replace(snapshotOf(question, question))
  await holder.settled()
  expect(answered(holder.engine(), '资源税税率是多少')).toBe('资源税税率是多少')
})

it('a knowledge base that cannot be indexed is reported, and the engine there was goes on', async () => {
  const { holder, errors, replace } = await stand(snapshotOf('1', '印花税税率是多少'))
  replace({ ...snapshotOf('2', '契税税率是多少'), articles: null as unknown as KnowledgeSnapshot['articles'] })
  await holder.settled()
  expect(errors).not.toEqual([])
  expect(answered(holder.engine(), '印花税税率是多少')).toBe('印花税税率是多少')
})

describe('the index', () => {
  const file = join(folder, 'kept.index')
  const stamp = (): Buffer => readFileSync(file)

  it('is kept, opened at the next start as it is, and replaced when the knowledge is', async () => {
    const first = await stand(snapshotOf('1', '印花税税率是多少'), file)
    await first.holder.close()
    const kept = stamp()
    const second = await stand(snapshotOf('1', '印花税税率是多少'), file)
    expect(answered(second.holder.engine(), '印花税税率是多少')).toBe('印花税税率是多少')
    expect(stamp()).toEqual(kept)
    second.replace(snapshotOf('2', '契税税率是多少'))
    await second.holder.settled()
    await second.holder.close()
    expect(stamp()).not.toEqual(kept)
    expect(answered((await stand(snapshotOf('2', '契税税率是多少'), file)).holder.engine(), '契税税率是多少')).toBe('契税税率是多少')
  })

  it('of other knowledge, or broken, is built anew', async () => {
    writeFileSync(file, stamp().subarray(0, 100))
    const broken = await stand(snapshotOf('3', '资源税税率是多少'), file)
    expect(answered(broken.holder.engine(), '资源税税率是多少')).toBe('资源税税率是多少')
    await broken.holder.close()
    const other = await stand(snapshotOf('4', '车船税税率是多少'), file)
    expect(answered(other.holder.engine(), '车船税税率是多少')).toBe('车船税税率是多少')
    expect([...broken.errors, ...other.errors]).toEqual([])
    await other.holder.close()
  })

  it('that cannot be written is reported, and costs nothing else', async () => {
    const { holder, errors } = await stand(snapshotOf('5', '印花税税率是多少'), join(folder, 'nowhere', 'index'))
    await holder.close()
    expect(errors).toHaveLength(1)
    expect(answered(holder.engine(), '印花税税率是多少')).toBe('印花税税率是多少')
  })
})
