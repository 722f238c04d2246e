// The engine of a snapshot: opened from the index kept beside it, or built in a worker and kept for the next start.
import { Worker } from 'node:worker_threads'
import { createEngine, openEngine, type Engine } from '@zhengna/answering/engine.ts'
import { keepIndex, openKept } from '@zhengna/answering/keeping/index-file.ts'
import type { KnowledgeSnapshot } from '@zhengna/contract/domain/article.ts'

export interface EngineKeeper {
  engine(snapshot: KnowledgeSnapshot): Promise<Engine>
  /** Stops a building under way. */
  close(): Promise<void>
}

export function createEngineKeeper(indexFile: string, log: (line: string) => void): EngineKeeper {
  let held: { readonly of: KnowledgeSnapshot; readonly engine: Promise<Engine> } | null = null
  const workers = new Set<Worker>()
  let closed = false
  let keeping = Promise.resolve()

  const build = (snapshot: KnowledgeSnapshot): Promise<Uint8Array | null> =>
    new Promise((resolve) => {
      const worker = new Worker(new URL('./index.worker.ts', import.meta.url), { workerData: snapshot })
      workers.add(worker)
      worker.once('message', (packed: Uint8Array) => resolve(packed))
      worker.once('error', (error) => log(`index: ${error instanceof Error ? error.message : 'failed'}`))
      worker.once('exit', () => {
        workers.delete(worker)
        resolve(null)
      })
    })

  /** One after the other, into the same file. One that is not kept is built again. */
  const keep = (packed: Uint8Array): Promise<void> => {
    keeping = keeping
      .then(() => keepIndex(indexFile, packed))
      .catch((error: unknown) => {
        if (!closed) log(`index: ${error instanceof Error ? error.message : 'not kept'}`)
      })
    return keeping
  }

  const open = async (snapshot: KnowledgeSnapshot): Promise<Engine> => {
    const kept = await openKept(indexFile, snapshot)
    if (kept) return kept
    const packed = closed ? null : await build(snapshot)
    if (packed) await keep(packed)
    // Without a worker it is built here: a pause is better than no answer.
    return (packed && openEngine(packed)) ?? createEngine(snapshot)
  }

  return {
    engine(snapshot) {
      if (held?.of !== snapshot) held = { of: snapshot, engine: open(snapshot) }
      return held.engine
    },
    async close() {
      closed = true
      await Promise.all([...workers].map((worker) => worker.terminate()))
      await keeping
    },
  }
}
