// The one way in which a text begins or ceases to be served, for editors, the timetable and the seed alike.
import { nextRevisionState, revisionStateLabels, type RevisionEvent, type RevisionState } from '@zhengna/contract/domain/revision.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import { recordChange, type Changing } from './changing.ts'
import type { Recall } from './recall.ts'
import { revisionsOf, updateRevision, type RevisionRow } from './revisions.store.ts'

export interface Publishing {
  /** Supersedes what is served. Returns the row as it is now, and how many taxpayers are told. Errors: REVISION_STATE_WRONG. */
  publish(changing: Changing, row: RevisionRow, by: PersonId | null): Promise<Published>
  /** Errors: REVISION_STATE_WRONG. */
  expire(changing: Changing, row: RevisionRow, ending: Ending): Promise<Published>
}

export interface Published {
  readonly row: RevisionRow
  readonly notified: number
}

export interface Ending {
  readonly reason: string
  /** It should not have been served: those who were given it are told. */
  readonly isWrong: boolean
  /** Null: the program. */
  readonly by: PersonId | null
}

/** The state after an event. Errors: REVISION_STATE_WRONG. */
export function stateAfter(state: RevisionState, event: RevisionEvent): RevisionState {
  const next = nextRevisionState(state, event)
  if (next === null) throw new DomainError('REVISION_STATE_WRONG', { state: revisionStateLabels[state] })
  return next
}

export function createPublishing(recall: Recall): Publishing {
  return {
    async publish(changing, row, by) {
      const { trx, after, now } = changing
      const state = stateAfter(row.state, row.state === 'scheduled' ? 'publish' : 'approve')
      const others = (await revisionsOf(trx, row.article_id)).filter(({ version }) => version !== row.version)
      const served = others.find((other) => other.state === 'published')
      if (served) await updateRevision(trx, served, { state: stateAfter(served.state, 'supersede'), ended_at: now })
      const published = await updateRevision(trx, row, { state, published_at: now, changed_by: by })
      await recordChange(changing, 'article', row.article_id)
      const wasGiven = others.some(({ published_at }) => published_at !== null)
      if (!row.is_substantive || !wasGiven) return { row: published, notified: 0 }
      const { article_id: articleId, version, question, change_note: changeNote } = row
      const notified = await recall.tell(trx, after, { articleId, version, question, changeNote, wasWithdrawn: false }, now)
      return { row: published, notified }
    },

    async expire(changing, row, { reason, isWrong, by }) {
      const { trx, after, now } = changing
      const state = stateAfter(row.state, 'expire')
      const expired = await updateRevision(trx, row, { state, ended_at: now, ended_by: by, changed_by: by, remark: reason })
      await recordChange(changing, 'article', row.article_id)
      if (!isWrong) return { row: expired, notified: 0 }
      const { article_id: articleId, version, question } = row
      const notified = await recall.tell(trx, after, { articleId, version, question, changeNote: reason, wasWithdrawn: true }, now)
      return { row: expired, notified }
    },
  }
}
