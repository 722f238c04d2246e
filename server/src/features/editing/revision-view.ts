// Revisions as the desk shows them: with names of people.
import type { Revision, RevisionSummary } from '@zhengna/contract/domain/revision.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import type { Reader } from '../../platform/database/database.ts'
import { authorsOf, contentOf, type RevisionRow } from '../knowledge/index.ts'
import { findPeople } from '../people/index.ts'

type NameOf = (id: PersonId | null) => RevisionSummary['author']

/** Each row with its summary, in the order given. */
export async function withSummaries(
  db: Reader,
  rows: readonly RevisionRow[],
): Promise<{ readonly row: RevisionRow; readonly summary: RevisionSummary }[]> {
  const nameOf = await namesIn(db, rows)
  return rows.map((row) => ({ row, summary: summaryOf(row, nameOf) }))
}

export async function toRevision(db: Reader, row: RevisionRow): Promise<Revision> {
  return { ...summaryOf(row, await namesIn(db, [row])), content: contentOf(row) }
}

async function namesIn(db: Reader, rows: readonly RevisionRow[]): Promise<NameOf> {
  const ids = new Set(rows.flatMap(({ author_id, reviewer_id }) => [author_id ?? [], reviewer_id ?? []].flat()))
  const names = new Map((await findPeople(db, [...ids])).map(({ id, name }) => [id, name]))
  return (id) => (id === null ? null : { id, name: names.get(id) ?? id })
}

function summaryOf(row: RevisionRow, nameOf: NameOf): RevisionSummary {
  return {
    articleId: row.article_id,
    version: row.version,
    state: row.state,
    author: nameOf(row.author_id),
    authors: authorsOf(row),
    reviewer: nameOf(row.reviewer_id),
    createdAt: row.created_at,
    submittedAt: row.submitted_at,
    reviewedAt: row.reviewed_at,
    publishAt: row.publish_at,
    publishedAt: row.published_at,
    endedAt: row.ended_at,
    changeNote: row.change_note,
    isSubstantive: row.is_substantive === 1,
    remark: row.remark,
    lock: row.lock,
  }
}
