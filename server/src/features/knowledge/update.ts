// What a desktop needs to come from the version it holds to the newest one.
import { digestOf, type KnowledgeUpdate } from '@zhengna/contract/domain/article.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import type { Reader } from '../../platform/database/database.ts'
import { changesBetween, type Held } from './snapshot.ts'

/** Null where `version` is the newest. A delta where it is one of this store and the log reaches back to it; else the whole. */
export async function updateSince(db: Reader, { revision, snapshot }: Held, version: string | undefined): Promise<KnowledgeUpdate | null> {
  if (version === snapshot.version) return null
  const base = await revisionOf(db, snapshot.version, version, revision)
  const digest = digestOf(snapshot)
  if (base === null) return { ...snapshot, base: null, digest, removed: [] }
  const changes = await changesBetween(db, base, revision)
  const changed = changes.get('article') ?? new Set()
  const articles = snapshot.articles.filter(({ id }) => changed.has(id))
  const published = new Set<string>(articles.map(({ id }) => id))
  return {
    base: version ?? null,
    version: snapshot.version,
    digest,
    topics: changes.has('topics') ? snapshot.topics : null,
    lexicon: changes.has('lexicon') ? snapshot.lexicon : null,
    settings: snapshot.settings,
    articles,
    removed: [...changed].filter((id) => !published.has(id)) as ArticleId[],
  }
}

const FORM = /^([0-9a-f]+)\.(\d{1,15})$/

/** The log's revision that `version` stands for; null where it is of another store, of its future, or older than the log. */
async function revisionOf(db: Reader, newest: string, version: string | undefined, latest: number): Promise<number | null> {
  const [, storeId, digits] = FORM.exec(version ?? '') ?? []
  if (storeId === undefined || storeId !== FORM.exec(newest)?.[1]) return null
  const revision = Number(digits)
  if (revision > latest) return null
  const oldest = await db.selectFrom('knowledge_log').select('revision').orderBy('revision').limit(1).executeTakeFirst()
  return oldest && revision >= oldest.revision - 1 ? revision : null
}
