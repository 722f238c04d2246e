import { initialDialogue, type Engine } from '@zhengna/answering/engine.ts'
import { buildArticle } from '@zhengna/answering/testing/article-builder.ts'
import { buildKnowledge } from '@zhengna/answering/testing/knowledge-builder.ts'
import type { KnowledgeSnapshot } from '@zhengna/contract/domain/article.ts'
import { emptyLexicon } from '@zhengna/contract/domain/lexicon.ts'
import { expect, it } from 'vitest'
import { holdEngine } from './engine-holder.ts'

const snapshotOf = (version: string, question: string): KnowledgeSnapshot => ({
  ...buildKnowledge([buildArticle({ id: 'only', question })], { lexicon: emptyLexicon }),
  version,
})

function stand(first: KnowledgeSnapshot) {
  const errors: unknown[] = []
  let replace: (snapshot: KnowledgeSnapshot) => void = () => undefined
  const holder = holdEngine({ snapshot: () => first, onReplaced: (listener) => (replace = listener) }, (error) => errors.push(error))
  return { holder, errors, replace: (snapshot: KnowledgeSnapshot) => replace(snapshot) }
}

const answered = (engine: Engine, query: string): string | null =>
  engine.ask(query, { audiences: [], day: '2026-03-01', dialogue: initialDialogue }).answer.question

it('until the changed knowledge is indexed the engine there was answers, and then the new one', async () => {
  const { holder, errors, replace } = stand(snapshotOf('1', '印花税税率是多少'))
  replace(snapshotOf('2', '契税税率是多少'))
  expect(answered(holder.engine(), '印花税税率是多少')).toBe('印花税税率是多少')
  await holder.settled()
  expect(answered(holder.engine(), '契税税率是多少')).toBe('契税税率是多少')
  expect(errors).toEqual([])
})

it('changes that come while one is indexed end with the last of them', async () => {
  const { holder, replace } = stand(snapshotOf('1', '印花税税率是多少'))
  for (const question of ['契税税率是多少', '车船税税率是多少', '资源税税率是多少']) replace(snapshotOf(question, question))
  await holder.settled()
  expect(answered(holder.engine(), '资源税税率是多少')).toBe('资源税税率是多少')
})

it('a knowledge base that cannot be indexed is reported, and the engine there was goes on', async () => {
  const { holder, errors, replace } = stand(snapshotOf('1', '印花税税率是多少'))
  replace({ ...snapshotOf('2', '契税税率是多少'), articles: null as unknown as KnowledgeSnapshot['articles'] })
  await holder.settled()
  expect(errors).not.toEqual([])
  expect(answered(holder.engine(), '印花税税率是多少')).toBe('印花税税率是多少')
})
