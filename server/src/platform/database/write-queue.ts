// One write after the other, each in a transaction, its after-effects before the next begins.
import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'
import type { AfterCommit, Database, Writer } from './store.ts'

export interface WriteQueue {
  readonly write: Database['write']
  /** Resolves when nothing is under way. */
  settled(): Promise<void>
}

export function createWriteQueue(db: Kysely<Schema>): WriteQueue {
  let tail: Promise<unknown> = Promise.resolve()

  const run = async <T>(work: (trx: Writer, after: AfterCommit) => Promise<T>): Promise<T> => {
    const effects: (() => void)[] = []
    const value = await db.transaction().execute((trx) => work(trx, (effect) => effects.push(effect)))
    for (const effect of effects) runEffect(effect)
    return value
  }

  return {
    write(work) {
      const result = tail.then(() => run(work))
      // The chain goes on whatever one write did; its caller hears of the error.
      tail = result.catch(() => undefined)
      return result
    },
    async settled() {
      await tail
    },
  }
}

function runEffect(effect: () => void): void {
  try {
    effect()
  } catch (error) {
    // A listener's bug: reported like any other, but not to the one whose write is stored.
    process.emitWarning(error instanceof Error ? error : String(error))
  }
}
