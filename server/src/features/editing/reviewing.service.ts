// From draft to what is served, by two people: one wrote it, another lets it pass.
import type { ArticleRow, Revision } from '@zhengna/contract/domain/revision.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import { authorsOf, contentOf, revisionsOf, stateAfter, updateRevision, type RevisionRow } from '../knowledge/index.ts'
import { checkSubmission } from './content/check-submission.ts'
import { block } from './content/tidy-content.ts'
import { withAuthor } from './drafting.service.ts'
import { change, reachSeen, type Editor, type EditingParts, type Seen } from './editing-parts.ts'
import { toRevision, withSummaries } from './revision-view.ts'

export interface Submission {
  readonly changeNote: string
  readonly isSubstantive: boolean
  readonly publishAt: number | null
}

export interface Review {
  readonly summary: NonNullable<ArticleRow['open']>
  readonly question: string
  readonly topicId: ArticleRow['topicId']
  readonly isOwn: boolean
}

/** Each also: REVISION_NOT_FOUND, REVISION_STATE_WRONG, REVISION_CHANGED_MEANWHILE. */
export interface Reviewing {
  /** Errors: REVISION_NOTE_MISSING, TOPIC_NOT_FOUND, ARTICLE_CONTENT_INVALID. */
  submit(editor: Editor, seen: Seen, submission: Submission): Promise<Revision>
  /** Errors: FORBIDDEN (in review and not their own). */
  withdraw(editor: Editor, seen: Seen): Promise<Revision>
  /** Errors: REVIEW_OWN. */
  sendBack(editor: Editor, seen: Seen, reason: string): Promise<Revision>
  /** Errors: REVIEW_OWN, TOPIC_NOT_FOUND, ARTICLE_CONTENT_INVALID. */
  approve(editor: Editor, seen: Seen): Promise<{ revision: Revision; notified: number }>
  /** In review or waiting for their time, oldest first. */
  reviews(editor: Editor): Promise<Review[]>
}

export function createReviewing(parts: EditingParts): Reviewing {
  const { database, publishing, assets } = parts
  const isOwn = (row: RevisionRow, { personId }: Editor): boolean => authorsOf(row).includes(personId)
  const requireOther = (row: RevisionRow, editor: Editor): void => {
    if (isOwn(row, editor)) throw new DomainError('REVIEW_OWN')
  }

  return {
    submit: (editor, seen, { changeNote, isSubstantive, publishAt }) =>
      change(parts, async ({ trx, now }) => {
        const row = await reachSeen(trx, editor, seen, 'draft')
        const note = block(changeNote).trim()
        const wasServed = (await revisionsOf(trx, row.article_id)).some(({ published_at }) => published_at !== null)
        if (isSubstantive && wasServed && note === '') throw new DomainError('REVISION_NOTE_MISSING')
        await checkSubmission(trx, assets, row.article_id, contentOf(row), now)
        const submitted = await updateRevision(trx, row, {
          state: stateAfter(row.state, 'submit'),
          submitted_at: now,
          reviewer_id: null,
          reviewed_at: null,
          publish_at: publishAt,
          change_note: note,
          is_substantive: isSubstantive ? 1 : 0,
          remark: '',
          // Whoever hands it in stands for it, even where the program or somebody else wrote it.
          author_id: row.author_id ?? editor.personId,
          authors: withAuthor(row, editor),
          changed_by: editor.personId,
        })
        return toRevision(trx, submitted)
      }),

    withdraw: (editor, seen) =>
      change(parts, async ({ trx }) => {
        const row = await reachSeen(trx, editor, seen, 'review', 'scheduled')
        if (row.state === 'review' && !isOwn(row, editor)) throw new DomainError('FORBIDDEN')
        const withdrawn = await updateRevision(trx, row, {
          state: stateAfter(row.state, row.state === 'review' ? 'withdraw' : 'unschedule'),
          submitted_at: null,
          reviewer_id: null,
          reviewed_at: null,
          publish_at: null,
          changed_by: editor.personId,
        })
        return toRevision(trx, withdrawn)
      }),

    sendBack: (editor, seen, reason) =>
      change(parts, async ({ trx, now }) => {
        const row = await reachSeen(trx, editor, seen, 'review')
        requireOther(row, editor)
        const returned = await updateRevision(trx, row, {
          state: stateAfter(row.state, 'return'),
          reviewer_id: editor.personId,
          reviewed_at: now,
          publish_at: null,
          remark: block(reason).trim(),
          changed_by: editor.personId,
        })
        return toRevision(trx, returned)
      }),

    approve: (editor, seen) =>
      change(parts, async (changing) => {
        const { trx, now } = changing
        const row = await reachSeen(trx, editor, seen, 'review')
        requireOther(row, editor)
        // Since it was submitted a twin may have been published, a day have passed, an option have gone.
        await checkSubmission(trx, assets, row.article_id, contentOf(row), now)
        const reviewed = { reviewer_id: editor.personId, reviewed_at: now, changed_by: editor.personId }
        if (row.publish_at !== null && row.publish_at > now) {
          const scheduled = await updateRevision(trx, row, { ...reviewed, state: stateAfter(row.state, 'schedule') })
          return { revision: await toRevision(trx, scheduled), notified: 0 }
        }
        const published = await publishing.publish(changing, await updateRevision(trx, row, reviewed), editor.personId)
        return { revision: await toRevision(trx, published.row), notified: published.notified }
      }),

    async reviews(editor) {
      const { reader } = database
      const rows = await reader
        .selectFrom('article_revisions')
        .selectAll()
        .where('state', 'in', ['review', 'scheduled'])
        .orderBy('submitted_at')
        .orderBy('article_id')
        .execute()
      return (await withSummaries(reader, rows)).map(({ row, summary }) => ({
        summary,
        question: row.question,
        topicId: row.topic_id,
        isOwn: isOwn(row, editor),
      }))
    },
  }
}
