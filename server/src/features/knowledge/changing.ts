// A change of the knowledge base: what every step of it needs, and the log from which deltas are made.
import type { Bus } from '../../platform/bus/bus.ts'
import type { AfterCommit, Reader, Writer } from '../../platform/database/database.ts'
import type { KnowledgeKind } from '../../platform/database/schema.ts'

/** Inside one transaction. */
export interface Changing {
  readonly trx: Writer
  readonly after: AfterCommit
  readonly bus: Bus
  readonly now: number
}

/** The newest row of the log; 0 where it is empty. */
export async function latestRevision(db: Reader): Promise<number> {
  const latest = await db.selectFrom('knowledge_log').select('revision').orderBy('revision', 'desc').limit(1).executeTakeFirst()
  return latest?.revision ?? 0
}

/** Writes the change into the log and tells of it after the commit. `id`: the article's, or what of the topics, lexicon or settings. */
export async function recordChange({ trx, after, bus, now }: Changing, kind: KnowledgeKind, id: string): Promise<void> {
  // Not a sequence of the store's own: rows must become visible in the order of their numbers, or a reader would miss one.
  const revision = (await latestRevision(trx)) + 1
  await trx.insertInto('knowledge_log').values({ revision, kind, id, at: now }).execute()
  after(() => bus.publish('knowledge.changed', { revision }))
}
