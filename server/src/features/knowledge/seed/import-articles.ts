// An article that editors never touched follows the program, by the same way in which theirs are published.
import { isDeepStrictEqual } from 'node:util'
import type { Article } from '@zhengna/contract/domain/article.ts'
import { isOpen, type ArticleContent } from '@zhengna/contract/domain/revision.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import type { Changing } from '../changing.ts'
import type { Publishing } from '../publishing.ts'
import { columnsOf, contentOf, deleteRevision, insertRevision, updateRevision, type RevisionRow } from '../revisions.store.ts'

/** What those who were given the old answer read. */
const CHANGE_NOTE = '知识库随程序更新。'

export async function importArticles(changing: Changing, publishing: Publishing, seeded: readonly Article[]): Promise<void> {
  const rows = await changing.trx.selectFrom('article_revisions').selectAll().orderBy('version').execute()
  const known = Map.groupBy(rows, ({ article_id }) => article_id)
  const follow = followWith(changing, publishing)
  for (const article of seeded) {
    const { id, state } = article
    const revisions = known.get(id) ?? []
    known.delete(id)
    if (!isTouched(revisions)) await follow(id, revisions, state === 'published', textOf(article))
  }
  for (const [id, revisions] of known) if (!isTouched(revisions)) await follow(id, revisions, false, null)
}

/** Without what a revision keeps itself. */
function textOf(article: Article): ArticleContent {
  const content: ArticleContent & Partial<Article> = { ...article }
  delete content.id
  delete content.version
  delete content.state
  return content
}

const openOf = (revisions: readonly RevisionRow[]): RevisionRow | undefined => revisions.find(({ state }) => isOpen(state))

const isTouched = (revisions: readonly RevisionRow[]): boolean =>
  revisions.some(({ author_id, ended_by }) => author_id !== null || ended_by !== null)

interface Seeded {
  readonly id: ArticleId
  /** Oldest first. */
  readonly revisions: readonly RevisionRow[]
  readonly content: ArticleContent
}

/** `content` null: the seed has no such article any more. */
function followWith(changing: Changing, publishing: Publishing) {
  const { trx, now } = changing

  /** Into the open revision, or a new one. */
  const write = ({ id, revisions, content }: Seeded, given: Partial<Pick<RevisionRow, 'change_note' | 'is_substantive' | 'state'>>) => {
    const open = openOf(revisions)
    const text = { ...columnsOf(id, content), ...given }
    if (open) return updateRevision(trx, open, text)
    const version = (revisions.at(-1)?.version ?? 0) + 1
    return insertRevision(trx, { article_id: id, version, state: 'draft', created_at: now, ...text })
  }

  return async (id: ArticleId, revisions: readonly RevisionRow[], isServed: boolean, content: ArticleContent | null): Promise<void> => {
    const published = revisions.find(({ state }) => state === 'published')
    const open = openOf(revisions)
    if (isServed && content) {
      const isSame = published !== undefined && isDeepStrictEqual(contentOf(published), content)
      if (isSame) return open && deleteRevision(trx, open)
      const earlier = published ?? revisions.findLast(({ published_at }) => published_at !== null)
      const isSubstantive = earlier !== undefined && changesTheAnswer(contentOf(earlier), content)
      const note = { change_note: isSubstantive ? CHANGE_NOTE : '', is_substantive: isSubstantive ? 1 : 0 }
      // Reviewed by whoever made the program.
      await publishing.publish(changing, await write({ id, revisions, content }, { ...note, state: 'review' }), null)
      return
    }
    if (published) await publishing.expire(changing, published, { reason: CHANGE_NOTE, isWrong: false, by: null })
    if (content && !(open && isDeepStrictEqual(contentOf(open), content))) await write({ id, revisions, content }, {})
    if (!content && open) await deleteRevision(trx, open)
  }
}

/** Other ways of asking, key words or the day of the last review concern nobody who was given the answer. */
const changesTheAnswer = (before: ArticleContent, after: ArticleContent): boolean =>
  (['parts', 'basis', 'effective', 'region', 'audience'] as const).some((field) => !isDeepStrictEqual(before[field], after[field]))
