// The optional embedding channel as the server sees it: asked before a question is ranked, and never waited for long.
import { Worker } from 'node:worker_threads'
import type { Nearness } from '@zhengna/answering/engine.ts'
import type { KnowledgeSnapshot } from '@zhengna/contract/domain/article.ts'
import type { Knowledge } from '../../knowledge/index.ts'
import type { EmbeddingOrders, FromEmbedding, ToEmbedding } from './messages.ts'

export interface EmbeddingChannel {
  /** What is near to a text; undefined where the model has nothing to say, or not in time. Never rejects. */
  nearness(text: string): Promise<Nearness | undefined>
  /** Resolves when the knowledge there was at the call is embedded, or the model has failed. */
  ready(): Promise<void>
  close(): Promise<void>
}

export interface EmbeddingParts extends EmbeddingOrders {
  readonly knowledge: Pick<Knowledge, 'snapshot' | 'onReplaced'>
  /** Once a failure: the channel is silent from then on, and answers are what they are without it. */
  readonly onFailure: (reason: string) => void
}

/** A model that is not there in so long is not waited for: the answer is good without it. */
const PATIENCE_MS = 400

export function openEmbeddingChannel({ folder, cacheFolder, knowledge, onFailure }: EmbeddingParts): EmbeddingChannel {
  const orders: EmbeddingOrders = { folder, cacheFolder }
  const worker = new Worker(new URL('./embedding.worker.ts', import.meta.url), { workerData: orders })
  const waiting = new Map<number, (nearness: Nearness | undefined) => void>()
  const readied = Promise.withResolvers<undefined>()
  let works = true
  let last = 0

  const tell = (message: ToEmbedding): void => worker.postMessage(message)
  const embed = (snapshot: KnowledgeSnapshot): void => tell({ kind: 'knowledge', articles: askedArticlesOf(snapshot) })
  const fail = (reason: string): void => {
    if (works) onFailure(reason)
    works = false
    for (const resolve of waiting.values()) resolve(undefined)
    waiting.clear()
    readied.resolve(undefined)
  }

  worker.on('message', (message: FromEmbedding) => {
    if (message.kind === 'failed') fail(message.reason)
    else if (message.kind === 'ready') readied.resolve(undefined)
    else waiting.get(message.id)?.(message.near ? new Map(message.near) : undefined)
  })
  worker.on('error', (error) => fail(error instanceof Error ? error.message : 'the thread failed'))
  worker.on('exit', () => fail('the thread ended'))
  embed(knowledge.snapshot())
  knowledge.onReplaced(embed)

  return {
    nearness(text) {
      if (!works || text.trim() === '') return Promise.resolve(undefined)
      const id = (last += 1)
      tell({ kind: 'question', id, text })
      return new Promise((resolve) => {
        const settle = (nearness: Nearness | undefined): void => {
          clearTimeout(patience)
          waiting.delete(id)
          resolve(nearness)
        }
        const patience = setTimeout(() => settle(undefined), PATIENCE_MS)
        waiting.set(id, settle)
      })
    },
    ready: () => readied.promise,
    async close() {
      works = false
      await worker.terminate()
    },
  }
}

const askedArticlesOf = ({ articles }: KnowledgeSnapshot) =>
  articles.map(({ id, question, similar }) => ({ articleId: id, texts: [question, ...similar] }))
