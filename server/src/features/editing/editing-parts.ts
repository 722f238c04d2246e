// What every service of the desk is made of, and the steps that all of them begin with.
import { revisionStateLabels, type RevisionState } from '@zhengna/contract/domain/revision.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { ArticleId, PersonId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Reader } from '../../platform/database/database.ts'
import {
  findRevision,
  type Assets,
  type Changing,
  type Knowledge,
  type Publishing,
  type Recall,
  type RevisionRow,
} from '../knowledge/index.ts'
import { findPeople } from '../people/index.ts'
import type { Feedback } from './feedback.ts'

export interface EditingParts {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
  readonly knowledge: Pick<Knowledge, 'snapshot'>
  readonly publishing: Publishing
  readonly recall: Recall
  readonly assets: Assets
  readonly feedback: Feedback
}

export type Editor = Pick<Caller, 'personId'>

/** Which revision, and in which state the caller saw it. */
export interface Seen {
  readonly articleId: ArticleId
  readonly version: number
  readonly lock: number
}

/** One transaction of the desk. */
export const change = <T>({ database, bus, clock }: EditingParts, work: (changing: Changing) => Promise<T>): Promise<T> =>
  database.write((trx, after) => work({ trx, after, bus, now: clock.now() }))

/** Errors: REVISION_NOT_FOUND. */
export async function reachRevision(db: Reader, articleId: ArticleId, version: number): Promise<RevisionRow> {
  const row = await findRevision(db, articleId, version)
  if (!row) throw new DomainError('REVISION_NOT_FOUND')
  return row
}

/** The row as the caller saw it, in one of these states. Errors: REVISION_NOT_FOUND, REVISION_STATE_WRONG, REVISION_CHANGED_MEANWHILE. */
export async function reachSeen(db: Reader, { personId }: Editor, seen: Seen, ...states: RevisionState[]): Promise<RevisionRow> {
  const row = await reachRevision(db, seen.articleId, seen.version)
  requireState(row, ...states)
  if (row.lock !== seen.lock) throw new DomainError('REVISION_CHANGED_MEANWHILE', { name: await whoChanged(db, row, personId) })
  return row
}

/** Errors: REVISION_STATE_WRONG. */
export function requireState({ state }: RevisionRow, ...states: RevisionState[]): void {
  if (!states.includes(state)) throw new DomainError('REVISION_STATE_WRONG', { state: revisionStateLabels[state] })
}

async function whoChanged(db: Reader, { changed_by }: RevisionRow, caller: PersonId): Promise<string> {
  if (changed_by === null) return '系统'
  if (changed_by === caller) return '您在其他窗口'
  const [person] = await findPeople(db, [changed_by])
  return person?.name ?? changed_by
}
