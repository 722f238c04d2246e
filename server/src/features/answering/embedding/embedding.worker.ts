// Holds the model: inference takes its thread for milliseconds a question and minutes a knowledge base.
import { setImmediate as turnOfTheLoop } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { openModel, type EmbeddingModel } from '@zhengna/answering/embedding/model.ts'
import { nearest, type Embedded } from '@zhengna/answering/embedding/neighbours.ts'
import { oneAtATime } from '../../../platform/one-at-a-time.ts'
import type { AskedArticles, EmbeddingOrders, FromEmbedding, ToEmbedding } from './messages.ts'
import { readVectors, writeVectors, type Vectors } from './vector-cache.ts'

/** Questions in between wait for one of these at most. */
const TEXTS_AT_ONCE = 16
const NEAREST = 40

const { folder, cacheFolder } = workerData as EmbeddingOrders
const say = (message: FromEmbedding): void => parentPort?.postMessage(message)

let embedded: readonly Embedded[] | null = null
let wanted: AskedArticles = []

async function embed(model: EmbeddingModel, known: Vectors): Promise<void> {
  const articles = wanted
  const texts = new Set(articles.flatMap((article) => article.texts))
  const fresh = [...texts].filter((text) => !known.has(text))
  for (let at = 0; at < fresh.length; at += TEXTS_AT_ONCE) {
    const some = fresh.slice(at, at + TEXTS_AT_ONCE)
    for (const [i, vector] of (await model.embed(some, 'document')).entries()) known.set(some[i] ?? '', vector)
    await turnOfTheLoop()
  }
  for (const text of known.keys()) if (!texts.has(text)) known.delete(text)
  // What is not kept is computed again at the next start.
  if (fresh.length > 0) await writeVectors(cacheFolder, model.id, known).catch(() => undefined)
  embedded = articles.map(({ articleId, texts: its }) => ({ articleId, vectors: its.flatMap((text) => known.get(text) ?? []) }))
  say({ kind: 'ready', texts: texts.size })
}

async function answer(model: EmbeddingModel, id: number, text: string): Promise<void> {
  const [vector] = embedded ? await model.embed([text], 'question') : []
  say({ kind: 'near', id, near: vector && embedded ? [...nearest(vector, embedded, NEAREST)] : null })
}

const fail = (error: unknown): void => say({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })

async function open(): Promise<{ readonly model: EmbeddingModel; readonly follow: () => Promise<void> }> {
  const model = await openModel(folder)
  const known = await readVectors(cacheFolder, model.id)
  return { model, follow: oneAtATime(() => embed(model, known)) }
}

const opening = open()
opening.catch(fail)
parentPort?.on('message', (message: ToEmbedding) => {
  void opening
    .then(({ model, follow }) => {
      if (message.kind === 'question') return answer(model, message.id, message.text)
      wanted = message.articles
      return follow()
    })
    .catch(fail)
})
