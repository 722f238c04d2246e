import { Worker } from 'node:worker_threads'
import type { BenchTask, Compared, Explained } from './bench.worker.ts'

type ResultOf<T extends BenchTask> = T['kind'] extends 'ask' ? Explained : Compared

let tail: Promise<unknown> = Promise.resolve()

/** One at a time: an engine takes a core and some hundred megabytes while it is built. */
export function runApart<T extends BenchTask>(task: T): Promise<ResultOf<T>> {
  const result = tail.then(() => run(task))
  tail = result.catch(() => undefined)
  return result as Promise<ResultOf<T>>
}

function run(workerData: BenchTask): Promise<Explained | Compared> {
  const worker = new Worker(new URL('./bench.worker.ts', import.meta.url), { workerData })
  return new Promise((resolve, reject) => {
    worker.once('message', (result: Explained | Compared) => {
      resolve(result)
      void worker.terminate()
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the test bench stopped with ${code}`)))
  })
}
