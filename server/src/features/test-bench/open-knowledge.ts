// The knowledge base as it would be with what is being worked on.
import type { EngineKnowledge } from '@zhengna/answering/engine.ts'
import type { Article } from '@zhengna/contract/domain/article.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import type { Reader } from '../../platform/database/database.ts'
import { contentOf, openRevisions } from '../knowledge/index.ts'

/** `only`: the open revisions of these articles; null for all of them. Errors: REVISION_NOT_FOUND. */
export async function withOpen(db: Reader, knowledge: EngineKnowledge, only: readonly ArticleId[] | null): Promise<EngineKnowledge> {
  const rows = (await openRevisions(db)).filter(({ article_id }) => only === null || only.includes(article_id))
  const open = new Map(
    rows.map((row): [ArticleId, Article] => [
      row.article_id,
      { ...contentOf(row), id: row.article_id, version: row.version, state: 'published' },
    ]),
  )
  if (only?.some((id) => !open.has(id))) throw new DomainError('REVISION_NOT_FOUND')
  return { ...knowledge, articles: [...knowledge.articles.filter(({ id }) => !open.has(id)), ...open.values()] }
}
