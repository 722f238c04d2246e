// Writing: a draft begins, is saved, is thrown away. What is served is none of its business.
import { randomBytes } from 'node:crypto'
import { isOpen, type ArticleContent, type Revision } from '@zhengna/contract/domain/revision.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { ArticleId, TopicId } from '@zhengna/contract/ids.ts'
import {
  authorsOf,
  columnsOf,
  contentOf,
  deleteRevision,
  insertRevision,
  revisionsOf,
  updateRevision,
  type Changing,
  type RevisionRow,
} from '../knowledge/index.ts'
import { tidyContent } from './content/tidy-content.ts'
import { change, reachRevision, reachSeen, requireState, type Editor, type EditingParts, type Seen } from './editing-parts.ts'
import { toRevision } from './revision-view.ts'
import { hasTopic } from './topics.store.ts'

export interface Drafting {
  /** Errors: TOPIC_NOT_FOUND, ARTICLE_CONTENT_INVALID. */
  create(editor: Editor, content: ArticleContent): Promise<Revision>
  /** From the newest text; where one is open already, that one. Errors: ARTICLE_NOT_FOUND. */
  revise(editor: Editor, articleId: ArticleId): Promise<Revision>
  /** Errors: REVISION_NOT_FOUND, REVISION_STATE_WRONG, REVISION_CHANGED_MEANWHILE, TOPIC_NOT_FOUND, ARTICLE_CONTENT_INVALID. */
  save(editor: Editor, seen: Seen, content: ArticleContent): Promise<Revision>
  /** Errors: REVISION_NOT_FOUND, REVISION_STATE_WRONG. */
  discard(articleId: ArticleId, version: number): Promise<void>
}

export function createDrafting(parts: EditingParts): Drafting {
  return {
    create: (editor, content) =>
      change(parts, async (changing) =>
        toRevision(changing.trx, await beginArticle(changing, editor, newArticleId(content.topicId), content)),
      ),

    revise: (editor, articleId) =>
      change(parts, async (changing) => {
        const rows = await revisionsOf(changing.trx, articleId)
        const [newest] = rows
        if (!newest) throw new DomainError('ARTICLE_NOT_FOUND')
        const draft = rows.find(({ state }) => isOpen(state)) ?? (await beginRevision(changing, editor, newest, contentOf(newest)))
        return toRevision(changing.trx, draft)
      }),

    save: (editor, seen, content) =>
      change(parts, async ({ trx }) => {
        const row = await reachSeen(trx, editor, seen, 'draft')
        const text = await keepable(trx, content)
        const { personId } = editor
        const saved = await updateRevision(trx, row, {
          ...columnsOf(row.article_id, text),
          author_id: personId,
          authors: withAuthor(row, editor),
          changed_by: personId,
        })
        return toRevision(trx, saved)
      }),

    discard: (articleId, version) =>
      change(parts, async ({ trx }) => {
        const row = await reachRevision(trx, articleId, version)
        requireState(row, 'draft')
        await deleteRevision(trx, row)
      }),
  }
}

/** A new article as a draft, inside another's transaction. Errors: TOPIC_NOT_FOUND, ARTICLE_CONTENT_INVALID. */
export async function beginArticle(
  { trx, now }: Pick<Changing, 'trx' | 'now'>,
  editor: Editor,
  id: ArticleId,
  content: ArticleContent,
): Promise<RevisionRow> {
  const text = await keepable(trx, content)
  return insertRevision(trx, { article_id: id, version: 1, ...ofDraft(editor, now), ...columnsOf(id, text) })
}

/** The next revision of an article that has none open. */
export function beginRevision({ trx, now }: Changing, editor: Editor, newest: RevisionRow, content: ArticleContent): Promise<RevisionRow> {
  const { article_id, version } = newest
  return insertRevision(trx, { article_id, version: version + 1, ...ofDraft(editor, now), ...columnsOf(article_id, content) })
}

/** Of the article's topic, so that a person can tell it; random, so that two who begin at once do not meet. */
export const newArticleId = (topicId: TopicId): ArticleId => `${topicId.slice(0, 50)}-${randomBytes(5).toString('hex')}` as ArticleId

/** The set of authors with one more, as the row keeps it. */
export const withAuthor = (row: Pick<RevisionRow, 'authors'>, { personId }: Editor): string =>
  JSON.stringify([...new Set([...authorsOf(row), personId])])

const ofDraft = ({ personId }: Editor, now: number) => ({
  state: 'draft' as const,
  created_at: now,
  // Not from 0: a version that was thrown away and begun again must not be taken for the one somebody still has open.
  lock: now,
  author_id: personId,
  authors: JSON.stringify([personId]),
  changed_by: personId,
})

async function keepable(trx: Changing['trx'], content: ArticleContent): Promise<ArticleContent> {
  if (!(await hasTopic(trx, content.topicId))) throw new DomainError('TOPIC_NOT_FOUND')
  return tidyContent(content)
}
