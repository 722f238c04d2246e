// Reading: the list of articles, one article with its history, one revision.
import { sql } from 'kysely'
import { isOpen, type ArticleRow, type Revision, type RevisionState, type RevisionSummary } from '@zhengna/contract/domain/revision.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { ArticleId, TopicId } from '@zhengna/contract/ids.ts'
import type { Reader } from '../../platform/database/database.ts'
import { contentOf, openStates, revisionsOf, type RevisionRow } from '../knowledge/index.ts'
import { reachRevision, type EditingParts } from './editing-parts.ts'
import type { ArticleVotes } from './feedback.ts'
import { selectNewest } from './newest-revisions.ts'
import { toRevision, withSummaries } from './revision-view.ts'

export interface ArticleFilter {
  readonly topicId?: TopicId
  readonly state?: RevisionState
  readonly text?: string
  readonly offset?: number
  readonly limit?: number
}

export interface ArticleWithHistory {
  published: Revision | null
  open: Revision | null
  /** Newest first. */
  history: RevisionSummary[]
  votes: ArticleVotes
}

export interface Catalogue {
  list(filter: ArticleFilter): Promise<{ articles: ArticleRow[]; total: number }>
  /** Errors: ARTICLE_NOT_FOUND. */
  get(articleId: ArticleId): Promise<ArticleWithHistory>
  /** Errors: REVISION_NOT_FOUND. */
  revision(articleId: ArticleId, version: number): Promise<Revision>
}

const USAGE_WINDOW_MS = 30 * 86_400_000
const PAGE_SIZE = 50

export function createCatalogue({ database, clock, feedback }: EditingParts): Catalogue {
  const { reader } = database
  return {
    async list(filter) {
      const found = matching(reader, filter)
      const { total } = await found.select((eb) => eb.fn.countAll<number | string>().as('total')).executeTakeFirstOrThrow()
      const page = await found
        .selectAll('article_revisions')
        .orderBy('topics.position')
        .orderBy('article_revisions.article_id')
        .limit(filter.limit ?? PAGE_SIZE)
        .offset(filter.offset ?? 0)
        .execute()
      const usage = await feedback.usage(
        reader,
        page.map(({ article_id }) => article_id),
        clock.now() - USAGE_WINDOW_MS,
      )
      const published = await publishedOf(reader, page)
      const articles = (await withSummaries(reader, page)).map(({ row, summary }) =>
        toRow(row, summary, published.get(row.article_id), usage.get(row.article_id)),
      )
      return { articles, total: Number(total) }
    },

    async get(articleId) {
      const rows = await revisionsOf(reader, articleId)
      if (rows.length === 0) throw new DomainError('ARTICLE_NOT_FOUND')
      const whole = async (row: RevisionRow | undefined): Promise<Revision | null> => (row ? toRevision(reader, row) : null)
      return {
        published: await whole(rows.find(({ state }) => state === 'published')),
        open: await whole(rows.find(({ state }) => isOpen(state))),
        history: (await withSummaries(reader, rows)).map(({ summary }) => summary),
        votes: await feedback.votes(reader, articleId),
      }
    },

    revision: async (articleId, version) => toRevision(reader, await reachRevision(reader, articleId, version)),
  }
}

function matching(db: Reader, { topicId, state, text = '' }: ArticleFilter) {
  let found = selectNewest(db)
  if (topicId !== undefined) found = found.where('article_revisions.topic_id', '=', topicId)
  if (state !== undefined) found = found.where('article_revisions.state', '=', state)
  // Each of the words, in any order.
  for (const word of text.toLowerCase().split(/\s+/).filter(Boolean)) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    found = found.where(sql<boolean>`article_revisions.search_text like ${pattern} escape '\\'`)
  }
  return found
}

async function publishedOf(db: Reader, page: readonly RevisionRow[]): Promise<Map<ArticleId, RevisionRow>> {
  if (page.length === 0) return new Map()
  const ids = page.map(({ article_id }) => article_id)
  const rows = await db
    .selectFrom('article_revisions')
    .selectAll()
    .where('article_id', 'in', ids)
    .where('state', '=', 'published')
    .execute()
  return new Map(rows.map((row) => [row.article_id, row]))
}

function toRow(
  newest: RevisionRow,
  summary: RevisionSummary,
  published: RevisionRow | undefined,
  { calls, disliked } = { calls: 0, disliked: 0 },
): ArticleRow {
  const served = published && contentOf(published)
  return {
    articleId: newest.article_id,
    topicId: newest.topic_id,
    question: newest.question,
    published: served ? { version: published.version, effective: served.effective, reviewed: served.reviewed } : null,
    open: openStates.includes(newest.state) ? summary : null,
    state: newest.state,
    calls,
    disliked,
  }
}
