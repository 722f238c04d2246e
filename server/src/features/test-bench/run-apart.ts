import { runWorker } from '../../platform/run-worker.ts'
import type { BenchTask, Compared, Explained } from './bench.worker.ts'

type ResultOf<T extends BenchTask> = T['kind'] extends 'ask' ? Explained : Compared

let tail: Promise<unknown> = Promise.resolve()

/** One at a time: an engine takes a core and some hundred megabytes while it is built. What is called off does not begin, or ends. */
export function runApart<T extends BenchTask>(task: T, signal?: AbortSignal): Promise<ResultOf<T>> {
  const result = tail.then(() => {
    signal?.throwIfAborted()
    return runWorker<ResultOf<T>>(new URL('./bench.worker.ts', import.meta.url), task, signal)
  })
  tail = result.catch(() => undefined)
  return result
}
