// The one way a leave-message changes: an event of its state machine, a row that is still what was seen, a step that says so.
import {
  leaveMessageStateLabels,
  nextLeaveMessageState,
  type LeaveMessageEvent,
  type LeaveMessageState,
} from '@zhengna/contract/domain/leave-message.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { LeaveMessageId, OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { AfterCommit } from '../../platform/database/database.ts'
import { owedSince, settledAt } from '../../platform/database/worklist-order.ts'
import type { Writing } from '../guard/index.ts'
import { changeLeaveMessage, findLeaveMessage, type LeaveMessageRow } from './leave-messages.store.ts'
import { addStep } from './steps.store.ts'

export interface Move {
  readonly event: LeaveMessageEvent
  /** null: the system. */
  readonly by: Pick<Caller, 'personId'> | null
  readonly text?: string
  /** For officers alone. */
  readonly note?: string
  /** Whose it is then; absent: as before. */
  readonly agentId?: PersonId | null
  readonly officeId?: OfficeId
}

type Within = Pick<Writing, 'trx' | 'after' | 'now'>

/** Returns the step's id. Errors: LEAVE_MESSAGE_STATE_WRONG (the event does not apply, or somebody was faster). */
export async function moveLeaveMessage({ trx, after, now }: Within, bus: Bus, row: LeaveMessageRow, move: Move): Promise<string> {
  const state = nextLeaveMessageState(row.state, move.event)
  if (!state) throw wrongState(row.state)
  const change = {
    state,
    changed_at: now,
    inbox_order: inboxOrder(row, state, now),
    ...(move.agentId !== undefined && { agent_id: move.agentId }),
    ...(move.officeId !== undefined && { office_id: move.officeId }),
  }
  if (!(await changeLeaveMessage(trx, row, change))) throw wrongState((await findLeaveMessage(trx, row.id))?.state ?? row.state)
  const { event, by, text, note } = move
  const stepId = await addStep(trx, row.id, { kind: event, by, at: now, ...(text && { text }), ...(note && { note }) })
  announceLeaveMessage(after, bus, row)
  if (move.officeId !== undefined && move.officeId !== row.office_id) announceLeaveMessage(after, bus, { ...row, office_id: move.officeId })
  return stepId
}

/** Something was done with its work order. */
export async function touchLeaveMessage({ trx, after, now }: Within, bus: Bus, id: LeaveMessageId): Promise<void> {
  await trx.updateTable('leave_messages').set({ changed_at: now }).where('id', '=', id).execute()
  const row = await findLeaveMessage(trx, id)
  if (row) announceLeaveMessage(after, bus, row)
}

export const announceLeaveMessage = (after: AfterCommit, bus: Bus, row: Pick<LeaveMessageRow, 'id' | 'taxpayer_id' | 'office_id'>): void =>
  after(() => bus.publish('leave-message.changed', { leaveMessageId: row.id, taxpayerId: row.taxpayer_id, officeId: row.office_id }))

/** `heldBy`: the number of the agent in whose hands it is. */
export const wrongState = (state: LeaveMessageState, heldBy?: string | null): DomainError =>
  new DomainError('LEAVE_MESSAGE_STATE_WRONG', {
    state: leaveMessageStateLabels[state] + (heldBy ? `，由坐席 ${heldBy} 号处理` : ''),
  })

const isOwed = (state: LeaveMessageState): boolean => state === 'waiting' || state === 'in-hand'

/** Handed on among officers it keeps its place; what its author says anew begins to wait then. */
function inboxOrder(row: LeaveMessageRow, state: LeaveMessageState, now: number): number {
  if (!isOwed(state)) return settledAt(now)
  return isOwed(row.state) ? row.inbox_order : owedSince(now)
}
