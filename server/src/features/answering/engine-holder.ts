// The server's one engine, always of the newest knowledge. How it is built, and in which thread, is this module's alone.
import { createEngine, type Engine } from '@zhengna/answering/engine.ts'
import type { Knowledge } from '../knowledge/index.ts'

export interface EngineHolder {
  readonly engine: () => Engine
}

export function holdEngine(knowledge: Pick<Knowledge, 'snapshot' | 'onReplaced'>): EngineHolder {
  let engine = createEngine(knowledge.snapshot())
  knowledge.onReplaced((snapshot) => {
    engine = createEngine(snapshot)
  })
  return { engine: () => engine }
}
