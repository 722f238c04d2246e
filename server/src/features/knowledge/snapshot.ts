// All that is published at one revision of the log, read from the store; from an earlier one only what changed since.
import type { AnsweringSettings, Article, KnowledgeSnapshot } from '@zhengna/contract/domain/article.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import type { Reader } from '../../platform/database/database.ts'
import type { KnowledgeKind } from '../../platform/database/schema.ts'
import { latestRevision } from './changing.ts'
import { selectLexicon } from './lexicon.store.ts'
import { contentOf } from './revisions.store.ts'
import { selectTopics } from './topics.store.ts'

export interface Held {
  /** Of the log. */
  readonly revision: number
  readonly snapshot: KnowledgeSnapshot
}

export interface SnapshotSource {
  readonly storeId: string
  /** What of the settings decides how the bot answers. */
  readonly settings: (db: Reader) => Promise<AnsweringSettings>
}

/** What the log names after `since`, up to `until`. */
export async function changesBetween(db: Reader, since: number, until: number): Promise<Map<KnowledgeKind, Set<string>>> {
  const rows = await db
    .selectFrom('knowledge_log')
    .select(['kind', 'id'])
    .distinct()
    .where('revision', '>', since)
    .where('revision', '<=', until)
    .execute()
  const changes = new Map<KnowledgeKind, Set<string>>()
  for (const { kind, id } of rows) changes.set(kind, (changes.get(kind) ?? new Set()).add(id))
  return changes
}

/** The same object where the log did not grow. */
export async function loadSnapshot(db: Reader, source: SnapshotSource, held: Held | null): Promise<Held> {
  for (;;) {
    const revision = await latestRevision(db)
    if (revision === held?.revision) return held
    const loaded = await loadAt(db, source, held, revision)
    // Reads are not one transaction: what grew meanwhile may be half in it, and is read again.
    if ((await latestRevision(db)) === revision) return loaded
  }
}

async function loadAt(db: Reader, source: SnapshotSource, held: Held | null, revision: number): Promise<Held> {
  const changes = held && (await changesBetween(db, held.revision, revision))
  const isSame = (kind: KnowledgeKind): boolean => changes !== null && !changes.has(kind)
  const before = held?.snapshot
  return {
    revision,
    snapshot: {
      version: `${source.storeId}.${revision}`,
      topics: before && isSame('topics') ? before.topics : await selectTopics(db),
      articles: before && changes ? await withChanges(db, before.articles, changes.get('article')) : await selectPublished(db, null),
      lexicon: before && isSame('lexicon') ? before.lexicon : await selectLexicon(db),
      settings: before && isSame('settings') ? before.settings : await source.settings(db),
    },
  }
}

async function withChanges(db: Reader, before: Article[], changed: ReadonlySet<string> | undefined): Promise<Article[]> {
  if (!changed) return before
  const published = await selectPublished(db, [...changed] as ArticleId[])
  return [...before.filter(({ id }) => !changed.has(id)), ...published].sort(byId)
}

/** SQLite takes 32,766 parameters in a statement. */
const IDS_PER_SELECT = 5_000

async function selectPublished(db: Reader, ids: readonly ArticleId[] | null): Promise<Article[]> {
  const published = db.selectFrom('article_revisions').select(['article_id', 'version', 'content']).where('state', '=', 'published')
  const rows = ids ? [] : await published.execute()
  for (let start = 0; ids && start < ids.length; start += IDS_PER_SELECT) {
    rows.push(...(await published.where('article_id', 'in', ids.slice(start, start + IDS_PER_SELECT)).execute()))
  }
  return rows.map((row): Article => ({ ...contentOf(row), id: row.article_id, version: row.version, state: 'published' })).sort(byId)
}

/** As `applyUpdate` leaves them. */
const byId = (a: Article, b: Article): number => (a.id < b.id ? -1 : 1)
