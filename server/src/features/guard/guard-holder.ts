// The server's one compiled filter, always of the newest words and policy, whichever process changed them.
import { createGuard, type Guard } from '@zhengna/answering/guard/guard.ts'
import { wordLabel } from '@zhengna/contract/domain/sensitive-word.ts'
import type { SensitiveWordId } from '@zhengna/contract/ids.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Database, Reader } from '../../platform/database/database.ts'
import { oneAtATime } from '../../platform/one-at-a-time.ts'
import { guardRevision } from './guard-change.ts'
import { selectPolicy } from './policy.store.ts'
import { selectWords, toWord } from './words.store.ts'

export interface GuardHolder {
  readonly guard: () => Guard
  /** A word that was met, shortened. */
  labelOf(id: SensitiveWordId): string
  /** Builds it anew where the store has another revision. Resolves when what was stored before the call is in force. */
  refresh(): Promise<void>
}

export interface HolderParts {
  readonly database: Database
  readonly bus: Bus
  readonly onError: (error: unknown) => void
}

interface Held {
  readonly revision: number
  readonly guard: Guard
  readonly labels: ReadonlyMap<SensitiveWordId, string>
}

export async function holdGuard({ database, bus, onError }: HolderParts): Promise<GuardHolder> {
  let held = await load(database.reader)
  const refresh = oneAtATime(async () => {
    if ((await guardRevision(database.reader)) !== held.revision) held = await load(database.reader)
  })
  bus.subscribe('guard.changed', () => void refresh().catch(onError))

  return {
    guard: () => held.guard,
    labelOf: (id) => held.labels.get(id) ?? id,
    refresh,
  }
}

/** The bus of another process is not heard here, so the store is looked at. */
const EVERY_MS = 1_000

/** Follows what other processes change. Returns the function that stops it and waits for what is under way. */
export function followGuard({ refresh }: Pick<GuardHolder, 'refresh'>, onError: (error: unknown) => void): () => Promise<void> {
  let underWay: Promise<void> = Promise.resolve()
  const timer = setInterval(() => (underWay = refresh().catch(onError)), EVERY_MS)
  return () => {
    clearInterval(timer)
    return underWay
  }
}

/** Compiling takes a tenth of a second and more on this thread: words change rarely. */
async function load(db: Reader): Promise<Held> {
  // First: a change between the two reads is then seen with the next look.
  const revision = await guardRevision(db)
  const words = (await selectWords(db).selectAll().orderBy('id').execute()).map(toWord)
  const labels = new Map(words.map(({ id, word }) => [id, wordLabel(word)]))
  return { revision, guard: createGuard(words, await selectPolicy(db)), labels }
}
