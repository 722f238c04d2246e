// The local stores, as the rest of the host uses them: the worker behind a typed front.
import { Worker } from 'node:worker_threads'
import type { DeviceStore } from './device-store.ts'
import type { PersonStore } from './person-store.ts'
import type { CacheReply, CacheRequest, Remote, StoreKind } from './protocol.ts'

export type DeviceCache = Remote<DeviceStore>
export type PersonCache = Remote<PersonStore>

export interface Cache {
  openDevice(file: string): Promise<DeviceCache>
  openPerson(file: string, own: 'taxpayer' | 'agent'): Promise<PersonCache>
  /** Closes every store, then the worker. May be called twice. */
  close(): Promise<void>
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

type Ask = CacheRequest extends infer R ? (R extends CacheRequest ? Omit<R, 'id'> : never) : never

export function openCache(key: Uint8Array): Cache {
  const worker = new Worker(new URL('./cache.worker.ts', import.meta.url))
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let lastStore = 0
  let closed: Promise<void> | null = null

  worker.on('message', (reply: CacheReply) => {
    const asked = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (reply.ok) asked?.resolve(reply.value)
    else asked?.reject(new Error(reply.message))
  })
  // A crashed worker fails what was asked; the host says HOST_STORE_FAILED and goes on showing what it has.
  worker.on('error', (error) => {
    for (const { reject } of waiting.values()) reject(error instanceof Error ? error : new Error(String(error)))
    waiting.clear()
  })

  const ask = (request: Ask): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new Error('the cache is closed'))
      lastId += 1
      waiting.set(lastId, { resolve, reject })
      worker.postMessage({ ...request, id: lastId })
    })

  const open = async <Store>(kind: StoreKind, file: string): Promise<Remote<Store>> => {
    lastStore += 1
    const store = lastStore
    await ask({ type: 'open', store, kind, file, key })
    return new Proxy({} as Remote<Store>, {
      // `then` must be absent: an awaited proxy would be taken for a promise.
      get: (_, method) => {
        if (typeof method !== 'string' || method === 'then') return undefined
        if (method === 'close') return () => ask({ type: 'close', store })
        return (...args: unknown[]) => ask({ type: 'call', store, method, args })
      },
    })
  }

  return {
    openDevice: (file) => open<DeviceStore>('device', file),
    openPerson: (file, own) => open<PersonStore>(own, file),
    close() {
      closed ??= worker.terminate().then(() => {
        for (const { reject } of waiting.values()) reject(new Error('the cache is closed'))
        waiting.clear()
      })
      return closed
    },
  }
}
