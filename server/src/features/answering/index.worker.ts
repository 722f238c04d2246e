// Builds the index of a knowledge base and hands it over packed: a second or more that nobody who is being served waits for.
import { parentPort, workerData } from 'node:worker_threads'
import { createEngine, type EngineKnowledge } from '@zhengna/answering/engine.ts'

const packed = createEngine(workerData as EngineKnowledge).pack()
parentPort?.postMessage(packed, [packed.buffer as ArrayBuffer])
