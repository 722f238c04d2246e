// The server's one engine, opened from the index it kept. A change of the knowledge is indexed in a thread of its own; until then the
// engine there was answers.
import { createEngine, openEngine, type Engine } from '@zhengna/answering/engine.ts'
import { keepIndex, openKept } from '@zhengna/answering/keeping/index-file.ts'
import type { KnowledgeSnapshot } from '@zhengna/contract/domain/article.ts'
import { oneAtATime } from '../../platform/one-at-a-time.ts'
import { runWorker } from '../../platform/run-worker.ts'
import type { Knowledge } from '../knowledge/index.ts'

export interface EngineHolder {
  readonly engine: () => Engine
  /** Resolves when the engine is of the newest knowledge. */
  settled(): Promise<void>
  /** Resolves when nothing is being written. What is still being indexed is not kept. */
  close(): Promise<void>
}

export interface EngineHolderParts {
  readonly knowledge: Pick<Knowledge, 'snapshot' | 'onReplaced'>
  /** Where the index is kept for the next start. */
  readonly indexFile: string
  readonly onError: (error: unknown) => void
}

export async function holdEngine({ knowledge, indexFile, onError }: EngineHolderParts): Promise<EngineHolder> {
  let wanted = knowledge.snapshot()
  let held = wanted
  const kept = await openKept(indexFile, held)
  let engine = kept ?? createEngine(held)
  let settling = Promise.resolve()
  let keeping = Promise.resolve()

  let isClosed = false

  const keep = (packed: Uint8Array): void => {
    if (isClosed) return
    // One that is not kept is built again at the next start.
    keeping = keeping.then(() => keepIndex(indexFile, packed)).catch(onError)
  }
  const build = async (snapshot: KnowledgeSnapshot): Promise<Engine> => {
    try {
      const packed = await runWorker<Uint8Array>(new URL('./index.worker.ts', import.meta.url), snapshot)
      keep(packed)
      return openEngine(packed) ?? createEngine(snapshot)
    } catch (error) {
      onError(error)
      // A pause is better than answers that are no longer true.
      return createEngine(snapshot)
    }
  }
  const rebuild = oneAtATime(async () => {
    const next = wanted
    if (next === held) return
    try {
      engine = await build(next)
    } catch (error) {
      // What cannot be built is not tried again and again; the next change is.
      onError(error)
    }
    held = next
  })
  const follow = (snapshot: KnowledgeSnapshot): void => {
    wanted = snapshot
    settling = rebuild()
  }

  if (!kept) keep(engine.pack())
  knowledge.onReplaced(follow)
  // What was published while the file was read.
  follow(knowledge.snapshot())
  return {
    engine: () => engine,
    settled: () => settling,
    close() {
      isClosed = true
      return keeping
    },
  }
}
