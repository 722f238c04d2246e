// Revisions as rows.
import type { Insertable, Selectable, Updateable } from 'kysely'
import { DomainError } from '@zhengna/contract/errors.ts'
import { revisionStates, isOpen, type ArticleContent } from '@zhengna/contract/domain/revision.ts'
import type { ArticleId, PersonId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import type { ArticleRevisionTable } from '../../platform/database/schema.ts'

export type RevisionRow = Selectable<ArticleRevisionTable>

export const openStates = revisionStates.filter(isOpen)

export const findRevision = (db: Reader, id: ArticleId, version: number): Promise<RevisionRow | undefined> =>
  db.selectFrom('article_revisions').selectAll().where('article_id', '=', id).where('version', '=', version).executeTakeFirst()

/** Newest first. */
export const revisionsOf = (db: Reader, id: ArticleId): Promise<RevisionRow[]> =>
  db.selectFrom('article_revisions').selectAll().where('article_id', '=', id).orderBy('version', 'desc').execute()

/** Of all articles: what is being worked on. */
export const openRevisions = (db: Reader): Promise<RevisionRow[]> =>
  db.selectFrom('article_revisions').selectAll().where('state', 'in', openStates).execute()

export const contentOf = (row: Pick<RevisionRow, 'content'>): ArticleContent => JSON.parse(row.content) as ArticleContent
export const authorsOf = (row: Pick<RevisionRow, 'authors'>): PersonId[] => JSON.parse(row.authors) as PersonId[]

/** The columns that hold a text. */
export function columnsOf(id: ArticleId, content: ArticleContent) {
  const texts = content.parts.flatMap((part) => (part.type === 'text' ? part.markdown : []))
  return {
    topic_id: content.topicId,
    question: content.question,
    search_text: [id, content.question, ...content.similar, ...texts].join('\n').toLowerCase(),
    content: JSON.stringify(content),
  }
}

type NewRevision = Pick<Insertable<ArticleRevisionTable>, 'article_id' | 'version' | 'state'> &
  Partial<Insertable<ArticleRevisionTable>> & { readonly content: string; readonly created_at: number }

/** `given` has the columns of a text. */
export async function insertRevision(trx: Writer, given: NewRevision & ReturnType<typeof columnsOf>): Promise<RevisionRow> {
  return trx
    .insertInto('article_revisions')
    .values({ author_id: null, changed_by: null, ...given })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Changes the row that was read, and no other: its lock grows with every change. */
export async function updateRevision(trx: Writer, row: RevisionRow, change: Updateable<ArticleRevisionTable>): Promise<RevisionRow> {
  const { numUpdatedRows } = await trx
    .updateTable('article_revisions')
    .set({ ...change, lock: row.lock + 1 })
    .where('article_id', '=', row.article_id)
    .where('version', '=', row.version)
    .where('lock', '=', row.lock)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new DomainError('REVISION_CHANGED_MEANWHILE', { name: '其他人' })
  return { ...row, ...(change as Partial<RevisionRow>), lock: row.lock + 1 }
}

export async function deleteRevision(trx: Writer, { article_id, version }: RevisionRow): Promise<void> {
  await trx.deleteFrom('article_revisions').where('article_id', '=', article_id).where('version', '=', version).execute()
}
