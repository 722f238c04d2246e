// What a leave-message shows of the work orders that were made of it, and how its author answers them.
import type { LeaveMessageStep, LeaveMessageStepKind, OrderInView } from '@zhengna/contract/domain/leave-message-record.ts'
import type { WorkOrderStepKind } from '@zhengna/contract/domain/work-order-record.ts'
import type { OrdersPort } from '../leave-messages/index.ts'
import { supplementOrder } from './own.service.ts'
import { selectSteps } from './steps.store.ts'
import type { WorkOrderParts } from './work-order-parts.ts'
import { isSeenByTaxpayer, toStep } from './work-order-view.ts'
import { ordersOf, type WorkOrderRow } from './work-orders.store.ts'

/** Its steps in the words of a leave-message. Absent: the leave-message says it itself, or it is the work order's own affair. */
const kinds: Partial<Record<WorkOrderStepKind, LeaveMessageStepKind>> = {
  take: 'take',
  assign: 'take',
  transfer: 'move',
  'ask-back': 'ask-back',
  supplement: 'supplement',
  finish: 'resolve',
  note: 'note',
}

export function createOrdersOfLeaveMessages(parts: Pick<WorkOrderParts, 'bus' | 'attachments'>): OrdersPort {
  return {
    async of(db, ids, forDesk) {
      const rows = ids.length === 0 ? [] : await ordersOf(db, ids)
      const steps =
        rows.length === 0
          ? []
          : await selectSteps(
              db,
              rows.map(({ id }) => id),
            )
      const attached = await parts.attachments.of(
        db,
        'work-order',
        steps.map(({ id }) => id),
      )
      const stepsOf = ({ id }: WorkOrderRow): LeaveMessageStep[] =>
        steps.flatMap((step) => {
          const kind = kinds[step.kind]
          if (step.work_order_id !== id || !kind || !(forDesk || isSeenByTaxpayer(step))) return []
          return [{ ...toStep(step, attached.get(step.id), forDesk), kind }]
        })
      const found = new Map<(typeof ids)[number], { order: OrderInView; steps: LeaveMessageStep[] }>()
      // In their order: the last one is the one that is shown.
      for (const row of rows)
        if (row.leave_message_id)
          found.set(row.leave_message_id, {
            order: toOrderInView(row),
            steps: [...(found.get(row.leave_message_id)?.steps ?? []), ...stepsOf(row)],
          })
      return found
    },

    async lieAt(db, id, officeId) {
      const query = db.selectFrom('work_orders').select('id').where('leave_message_id', '=', id).where('office_id', '=', officeId)
      return (await query.limit(1).executeTakeFirst()) !== undefined
    },

    async supplement(writing, caller, id, told) {
      const asked = (await ordersOf(writing.trx, [id])).find(({ state }) => state === 'asked')
      if (!asked) return false
      await supplementOrder(writing, parts, caller, asked, told)
      return true
    },
  }
}

const toOrderInView = (row: WorkOrderRow): OrderInView => ({
  id: row.id,
  number: row.number,
  state: row.state,
  officeName: row.office_name ?? '',
  assigneeNumber: row.assignee_number,
  dueAt: row.due_at,
})
