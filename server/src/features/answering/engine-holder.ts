// The server's one engine. A change of the knowledge is indexed in a thread of its own; until then the engine there was answers.
import { createEngine, openEngine, type Engine } from '@zhengna/answering/engine.ts'
import type { KnowledgeSnapshot } from '@zhengna/contract/domain/article.ts'
import { oneAtATime } from '../../platform/one-at-a-time.ts'
import { runWorker } from '../../platform/run-worker.ts'
import type { Knowledge } from '../knowledge/index.ts'

export interface EngineHolder {
  readonly engine: () => Engine
  /** Resolves when the engine is of the newest knowledge. */
  settled(): Promise<void>
}

export function holdEngine(knowledge: Pick<Knowledge, 'snapshot' | 'onReplaced'>, onError: (error: unknown) => void): EngineHolder {
  let wanted = knowledge.snapshot()
  let held = wanted
  let engine = createEngine(wanted)
  let building = Promise.resolve()

  const rebuild = oneAtATime(async () => {
    const next = wanted
    if (next === held) return
    try {
      engine = await build(next, onError)
    } catch (error) {
      // What cannot be built is not tried again and again; the next change is.
      onError(error)
    }
    held = next
  })

  knowledge.onReplaced((snapshot) => {
    wanted = snapshot
    building = rebuild()
  })
  return { engine: () => engine, settled: () => building }
}

async function build(snapshot: KnowledgeSnapshot, onError: (error: unknown) => void): Promise<Engine> {
  try {
    const packed = await runWorker<Uint8Array>(new URL('./index.worker.ts', import.meta.url), snapshot)
    return openEngine(packed) ?? createEngine(snapshot)
  } catch (error) {
    onError(error)
    // A pause is better than answers that are no longer true.
    return createEngine(snapshot)
  }
}
