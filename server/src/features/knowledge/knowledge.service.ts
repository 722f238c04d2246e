// The knowledge base as this server serves it: in memory, replaced when the log grows.
import {
  defaultAnsweringSettings,
  type AnsweringSettings,
  type KnowledgeSnapshot,
  type KnowledgeUpdate,
} from '@zhengna/contract/domain/article.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Database, Reader } from '../../platform/database/database.ts'
import { oneAtATime } from '../../platform/one-at-a-time.ts'
import { loadSnapshot } from './snapshot.ts'
import { storeIdOf } from './store-id.ts'
import { updateSince } from './update.ts'

export interface Knowledge {
  /** All published articles; in force or not is decided on the day of the question. */
  snapshot(): KnowledgeSnapshot
  /** What leads from `version` to the newest; null where it is the newest. */
  updateSince(version: string | undefined): Promise<{ readonly version: string; readonly update: KnowledgeUpdate | null }>
  /** Reads what the store has more than this process, whoever wrote it. */
  refresh(): Promise<void>
  /** Called with every snapshot that takes another's place. */
  onReplaced(listener: (snapshot: KnowledgeSnapshot) => void): void
}

export interface KnowledgeParts {
  readonly database: Database
  readonly bus: Bus
  readonly onError: (error: unknown) => void
  readonly settings?: (db: Reader) => Promise<AnsweringSettings>
}

export async function openKnowledge({ database, bus, onError, settings = defaultSettings }: KnowledgeParts): Promise<Knowledge> {
  const source = { storeId: await storeIdOf(database), settings }
  const listeners: ((snapshot: KnowledgeSnapshot) => void)[] = []
  let held = await loadSnapshot(database.reader, source, null)
  const refresh = oneAtATime(async () => {
    const next = await loadSnapshot(database.reader, source, held)
    if (next === held) return
    held = next
    for (const listener of listeners) listener(next.snapshot)
  })
  bus.subscribe('knowledge.changed', () => void refresh().catch(onError))

  return {
    snapshot: () => held.snapshot,
    async updateSince(version) {
      await refresh()
      const now = held
      return { version: now.snapshot.version, update: await updateSince(database.reader, now, version) }
    },
    refresh,
    onReplaced: (listener) => void listeners.push(listener),
  }
}

const defaultSettings = (): Promise<AnsweringSettings> => Promise.resolve(defaultAnsweringSettings)
