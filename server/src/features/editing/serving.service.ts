// What is served ends, or begins at its time.
import type { Revision } from '@zhengna/contract/domain/revision.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { findRevision, revisionsOf, type Recipients, type RevisionRow } from '../knowledge/index.ts'
import { block } from './content/tidy-content.ts'
import { change, requireState, type Editor, type EditingParts } from './editing-parts.ts'
import { toRevision } from './revision-view.ts'

export interface Serving {
  /** Errors: ARTICLE_NOT_FOUND, REVISION_STATE_WRONG (nothing of it is served). */
  expire(editor: Editor, articleId: ArticleId, reason: string, isWrong: boolean): Promise<{ revision: Revision; notified: number }>
  /** Errors: ARTICLE_NOT_FOUND. */
  recipients(articleId: ArticleId): Promise<Recipients>
  /** Publishes what is due. Returns how many. May run any number of times, in any number of processes, at once. */
  publishDue(): Promise<number>
}

export function createServing(parts: EditingParts): Serving {
  const { database, clock, publishing, recall } = parts

  /** Decided where it is done: by then another process may have published it, or somebody taken it back. */
  const publishIfDue = ({ article_id, version }: Pick<RevisionRow, 'article_id' | 'version'>): Promise<boolean> =>
    change(parts, async (changing) => {
      const row = await findRevision(changing.trx, article_id, version)
      if (row?.state !== 'scheduled' || row.publish_at === null || row.publish_at > changing.now) return false
      await publishing.publish(changing, row, null)
      return true
    })

  return {
    expire: (editor, articleId, reason, isWrong) =>
      change(parts, async (changing) => {
        const rows = await revisionsOf(changing.trx, articleId)
        const [newest] = rows
        if (!newest) throw new DomainError('ARTICLE_NOT_FOUND')
        const row = rows.find(({ state }) => state === 'published') ?? newest
        requireState(row, 'published')
        const expired = await publishing.expire(changing, row, { reason: block(reason).trim(), isWrong, by: editor.personId })
        return { revision: await toRevision(changing.trx, expired.row), notified: expired.notified }
      }),

    async recipients(articleId) {
      const [newest] = await revisionsOf(database.reader, articleId)
      if (!newest) throw new DomainError('ARTICLE_NOT_FOUND')
      return recall.count(database.reader, articleId, clock.now())
    },

    async publishDue() {
      const due = await database.reader
        .selectFrom('article_revisions')
        .select(['article_id', 'version'])
        .where('state', '=', 'scheduled')
        .where('publish_at', '<=', clock.now())
        .orderBy('publish_at')
        .orderBy('article_id')
        .execute()
      let published = 0
      for (const one of due) if (await publishIfDue(one)) published += 1
      return published
    },
  }
}
