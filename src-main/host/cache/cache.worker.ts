// The cache's worker: SQLite is synchronous, and a window must never wait for a disk in the host's own thread.
import { parentPort } from 'node:worker_threads'
import type { Database } from 'better-sqlite3-multiple-ciphers'
import { createDeviceStore } from './device-store.ts'
import { deviceMigrations, personMigrations } from './migrations.ts'
import { openSqlite } from './open-sqlite.ts'
import { createPersonStore } from './person-store.ts'
import type { CacheReply, CacheRequest, StoreKind } from './protocol.ts'

interface OpenStore {
  readonly db: Database
  readonly methods: Record<string, (...args: readonly never[]) => unknown>
}

const stores = new Map<number, OpenStore>()

function open(kind: StoreKind, file: string, key: Uint8Array): OpenStore {
  const db = openSqlite(file, key, kind === 'device' ? deviceMigrations : personMigrations)
  const store = kind === 'device' ? createDeviceStore(db) : createPersonStore(db, kind)
  return { db, methods: store as unknown as OpenStore['methods'] }
}

function answer(request: CacheRequest): unknown {
  if (request.type === 'open') {
    stores.set(request.store, open(request.kind, request.file, request.key))
    return null
  }
  const store = stores.get(request.store)
  if (!store) throw new Error('the store is closed')
  if (request.type === 'close') {
    stores.delete(request.store)
    store.db.close()
    return null
  }
  const method = store.methods[request.method]
  if (!method) throw new Error(`no such method: ${request.method}`)
  return method(...(request.args as never[]))
}

const port = parentPort
if (!port) throw new Error('cache.worker runs as a worker')
port.on('message', (request: CacheRequest) => {
  let reply: CacheReply
  try {
    reply = { id: request.id, ok: true, value: answer(request) }
  } catch (error) {
    reply = { id: request.id, ok: false, message: error instanceof Error ? error.message : String(error) }
  }
  port.postMessage(reply)
})
