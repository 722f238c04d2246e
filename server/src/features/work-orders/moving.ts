// The one way a work order changes: an event of its state machine, a row that is still what was seen, a step that says so.
import type { Updateable } from 'kysely'
import { nextWorkOrderState, workOrderStateLabels, type WorkOrderEvent, type WorkOrderState } from '@zhengna/contract/domain/work-order.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { AfterCommit } from '../../platform/database/database.ts'
import type { WorkOrderTable } from '../../platform/database/schema.ts'
import { owedSince, owedSometime, settledAt } from '../../platform/database/worklist-order.ts'
import type { Writing } from '../guard/index.ts'
import { touchLeaveMessage } from '../leave-messages/index.ts'
import { addStep, type NewStep } from './steps.store.ts'
import { changeWorkOrder, findWorkOrder, type WorkOrderRow } from './work-orders.store.ts'

export interface Move extends Pick<NewStep, 'text' | 'note' | 'about'> {
  readonly event: WorkOrderEvent
  readonly by: Pick<Caller, 'personId'>
  readonly change?: Pick<Updateable<WorkOrderTable>, 'office_id' | 'assignee_id' | 'result' | 'reminded_at' | 'escalated_at'>
}

type Within = Pick<Writing, 'trx' | 'after' | 'now'>

/** Returns the step's id. Errors: WORK_ORDER_STATE_WRONG (the event does not apply, or somebody was faster). */
export async function moveWorkOrder(within: Within, bus: Bus, row: WorkOrderRow, { event, by, change, ...said }: Move): Promise<string> {
  const { trx, after, now } = within
  const state = nextWorkOrderState(row.state, event)
  if (!state) throw wrongState(row.state)
  const desk_order = deskOrder(state, row.due_at, now)
  if (!(await changeWorkOrder(trx, row, { ...change, state, changed_at: now, desk_order })))
    throw wrongState((await findWorkOrder(trx, row.id))?.state ?? row.state)
  const stepId = await addStep(trx, row.id, { ...said, kind: event, by: by.personId, at: now })
  await announceWorkOrder(within, bus, row)
  if (change?.office_id && change.office_id !== row.office_id) publish(after, bus, { ...row, office_id: change.office_id })
  return stepId
}

export async function announceWorkOrder(within: Within, bus: Bus, row: AnnouncedRow): Promise<void> {
  publish(within.after, bus, row)
  if (row.leave_message_id) await touchLeaveMessage(within, bus, row.leave_message_id)
}

type AnnouncedRow = Pick<WorkOrderRow, 'id' | 'taxpayer_id' | 'office_id' | 'leave_message_id'>
const publish = (after: AfterCommit, bus: Bus, row: AnnouncedRow): void =>
  after(() => bus.publish('work-order.changed', { workOrderId: row.id, taxpayerId: row.taxpayer_id, officeId: row.office_id }))

/** `heldBy`: the number of the agent whose it is. */
export const wrongState = (state: WorkOrderState, heldBy?: string | null): DomainError =>
  new DomainError('WORK_ORDER_STATE_WRONG', { state: workOrderStateLabels[state] + (heldBy ? `，由坐席 ${heldBy} 号处理` : '') })

/** What a colleague has is theirs; supervisors may step in. Errors: WORK_ORDER_STATE_WRONG. */
export function mustBeFree(caller: Caller, { state, assignee_id, assignee_number }: WorkOrderRow): void {
  const isHeld = state === 'in-hand' || state === 'asked'
  if (isHeld && caller.role === 'agent' && assignee_id !== caller.personId) throw wrongState(state, assignee_number)
}

export function deskOrder(state: WorkOrderState, dueAt: number | null, now: number): number {
  if (state === 'done') return settledAt(now)
  return dueAt === null ? owedSometime : owedSince(dueAt)
}
