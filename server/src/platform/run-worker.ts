import { Worker } from 'node:worker_threads'

/** Runs a module in a thread of its own; resolves with the first message it posts, rejects if it ends without one or is called off. */
export function runWorker<Result>(module: URL, workerData: unknown, signal?: AbortSignal): Promise<Result> {
  const worker = new Worker(module, { workerData })
  signal?.addEventListener('abort', () => void worker.terminate())
  return new Promise((resolve, reject) => {
    worker.once('message', (result: Result) => {
      resolve(result)
      void worker.terminate()
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`${module.pathname.split('/').at(-1) ?? ''} stopped with ${String(code)}`)))
  })
}
