// The one way a push's state changes: an event of its state machine, a row that is still what was seen, a step that says so.
import { nextPushState, pushStateLabels, type PushEvent } from '@zhengna/contract/domain/push.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import type { Writer } from '../../platform/database/database.ts'
import { recordAudit } from '../audit/index.ts'
import { addPushStep, changePush, type PushRow } from './pushes.store.ts'

export interface PushMove {
  readonly event: PushEvent
  /** null: the system. */
  readonly by: PersonId | null
  readonly text?: string
  readonly change?: Partial<Pick<PushRow, 'send_at' | 'sent_at' | 'addressed' | 'is_withdrawing'>>
}

/** Errors: PUSH_STATE_WRONG; PUSH_CHANGED_MEANWHILE where somebody was faster. */
export async function movePush(trx: Writer, row: PushRow, { event, by, text = '', change = {} }: PushMove, now: number): Promise<void> {
  const state = nextPushState(row.state, event)
  if (!state) throw new DomainError('PUSH_STATE_WRONG', { state: pushStateLabels[row.state] })
  if (!(await changePush(trx, row, { state, changed_at: now, ...change }))) throw new DomainError('PUSH_CHANGED_MEANWHILE')
  await addPushStep(trx, row.id, { at: now, event, by, text })
  if (by === null) return
  const [before, after] = [pushStateLabels[row.state], pushStateLabels[state]]
  await recordAudit(trx, { at: now, kind: 'push', by, subject: row.title, before, after: text ? `${after}：${text}` : after })
}
