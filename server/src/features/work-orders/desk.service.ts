// The office's desk of work orders. Officers reach their own office's alone.
import type { DeskWorkOrder, DeskWorkOrderSummary, WorkOrderCounts } from '@zhengna/contract/domain/work-order-record.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { OfficeId, PersonId, WorkOrderId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Reader } from '../../platform/database/database.ts'
import type { Writing } from '../guard/index.ts'
import { findLeaveMessage, moveLeaveMessage, type Told } from '../leave-messages/index.ts'
import { findPerson } from '../people/index.ts'
import { countOpen, pageOfWorkOrders, type PageAsked, type WorkOrderFilter } from './lists.ts'
import { announceWorkOrder, moveWorkOrder, mustBeFree, type Move } from './moving.ts'
import { checkTarget } from './opening.ts'
import { invalid, readInternal, readSaid } from './said.ts'
import { addStep } from './steps.store.ts'
import { tellTaxpayer } from './telling.ts'
import type { WorkOrderParts } from './work-order-parts.ts'
import { toDeskSummary, viewForDesk } from './work-order-view.ts'
import { findWorkOrder, type WorkOrderRow } from './work-orders.store.ts'

interface DeskFilter extends Omit<WorkOrderFilter, 'dueBefore'>, PageAsked {
  readonly isMine?: boolean | undefined
  readonly isOverdue?: boolean | undefined
}

export interface WorkOrderDesk {
  list(caller: Caller, filter: DeskFilter): Promise<{ items: DeskWorkOrderSummary[]; total: number; counts: WorkOrderCounts }>
  get(caller: Caller, id: WorkOrderId): Promise<DeskWorkOrder>
  take(caller: Caller, id: WorkOrderId): Promise<DeskWorkOrder>
  assign(caller: Caller, id: WorkOrderId, assigneeId: PersonId): Promise<DeskWorkOrder>
  transfer(caller: Caller, id: WorkOrderId, officeId: OfficeId, reason: string): Promise<DeskWorkOrder>
  askBack(caller: Caller, id: WorkOrderId, told: Told): Promise<DeskWorkOrder>
  note(caller: Caller, id: WorkOrderId, text: string): Promise<DeskWorkOrder>
  finish(caller: Caller, id: WorkOrderId, told: Told): Promise<DeskWorkOrder>
}

export function createWorkOrderDesk(parts: WorkOrderParts): WorkOrderDesk {
  const { database, bus, clock, writeGuarded, attachments } = parts

  /** One change of one of the office's, and how it looks after it. */
  const change = (
    caller: Caller,
    id: WorkOrderId,
    work: (writing: Writing, row: WorkOrderRow) => Promise<unknown>,
  ): Promise<DeskWorkOrder> =>
    writeGuarded(async (writing) => {
      await work(writing, await ofOffice(writing.trx, caller, id))
      const changed = await findWorkOrder(writing.trx, id)
      if (!changed) throw new DomainError('WORK_ORDER_NOT_FOUND')
      return viewForDesk(writing.trx, attachments, changed)
    })
  const moved = (writing: Writing, caller: Caller, row: WorkOrderRow, move: Omit<Move, 'by'>): Promise<string> => {
    mustBeFree(caller, row)
    return moveWorkOrder(writing, bus, row, { ...move, by: caller })
  }
  const attach = async ({ trx }: Writing, caller: Caller, recordId: string, { attachmentIds }: Told): Promise<void> => {
    if (attachmentIds.length > 0)
      await attachments.attachTo(trx, caller.personId, [...new Set(attachmentIds)], { kind: 'work-order', recordId })
  }

  return {
    async list(caller, { page, pageSize, isMine = false, isOverdue = false, ...filter }) {
      const now = clock.now()
      const scope = { officeId: caller.officeId, assigneeId: isMine ? caller.personId : null }
      const asked = { ...filter, dueBefore: isOverdue ? now : undefined }
      const [{ rows, total }, counts] = await Promise.all([
        pageOfWorkOrders(database.reader, scope, asked, { page, pageSize }),
        countOpen(database.reader, caller.officeId, caller.personId, now),
      ])
      return { items: rows.map(toDeskSummary), total, counts }
    },
    get: async (caller, id) => viewForDesk(database.reader, attachments, await ofOffice(database.reader, caller, id)),

    take: (caller, id) =>
      change(caller, id, (writing, row) => moved(writing, caller, row, { event: 'take', change: { assignee_id: caller.personId } })),

    assign: (caller, id, assigneeId) =>
      change(caller, id, async (writing, row) => {
        await checkTarget(writing.trx, { officeId: row.office_id, assigneeId })
        const by = (await findPerson(writing.trx, caller.personId))?.agent_number
        await moved(writing, caller, row, {
          event: 'assign',
          about: assigneeId,
          ...(by && { note: `由坐席 ${by} 号指派` }),
          change: { assignee_id: assigneeId },
        })
      }),

    transfer: (caller, id, officeId, reason) =>
      change(caller, id, async (writing, row) => {
        if (officeId === row.office_id) throw invalid('officeId', '请选择另一个机构。')
        const { name } = await checkTarget(writing.trx, { officeId, assigneeId: null })
        const note = readInternal('text', reason)
        // Nobody there was told yet that it is late.
        const to = { office_id: officeId, assignee_id: null, reminded_at: null, escalated_at: null }
        const stepId = await moved(writing, caller, row, { event: 'transfer', text: `转至${name}`, note, change: to })
        await tellTaxpayer(writing, parts, row, 'moved', { stepId, officeName: name })
      }),

    askBack: (caller, id, told) =>
      change(caller, id, async (writing, row) => {
        const stepId = await moved(writing, caller, row, { event: 'ask-back', text: readSaid(writing, caller, told) })
        await attach(writing, caller, stepId, told)
        await tellTaxpayer(writing, parts, row, 'asked', { stepId })
      }),

    note: (caller, id, text) =>
      change(caller, id, async (writing, row) => {
        await addStep(writing.trx, id, { kind: 'note', by: caller.personId, at: writing.now, note: readInternal('text', text) })
        await announceWorkOrder(writing, bus, row)
      }),

    finish: (caller, id, told) =>
      change(caller, id, async (writing, row) => {
        const result = readSaid(writing, caller, told)
        const stepId = await moved(writing, caller, row, { event: 'finish', text: result, change: { result } })
        await attach(writing, caller, stepId, told)
        const origin = row.leave_message_id ? await findLeaveMessage(writing.trx, row.leave_message_id) : undefined
        if (origin) await moveLeaveMessage(writing, bus, origin, { event: 'resolve', by: caller, text: result })
        await tellTaxpayer(writing, parts, row, 'result', { stepId })
      }),
  }
}

/** Another office's does not exist, as far as the caller can tell. Errors: WORK_ORDER_NOT_FOUND. */
async function ofOffice(db: Reader, caller: Caller, id: WorkOrderId): Promise<WorkOrderRow> {
  const row = await findWorkOrder(db, id)
  if (row?.office_id !== caller.officeId) throw new DomainError('WORK_ORDER_NOT_FOUND')
  return row
}
