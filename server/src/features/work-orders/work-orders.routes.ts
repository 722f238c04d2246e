import { convertLeaveMessage } from '@zhengna/contract/http/leave-messages.ts'
import * as contract from '@zhengna/contract/http/work-orders.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { LeaveMessageDesk } from '../leave-messages/index.ts'
import type { WorkOrders } from './work-orders.service.ts'

export function registerWorkOrderRoutes(implement: Implement, { own, desk, opening }: WorkOrders, leaveMessages: LeaveMessageDesk): void {
  implement(convertLeaveMessage, async ({ caller, params, body }) => {
    await opening.convert(caller, params.leaveMessageId, body)
    return { leaveMessage: await leaveMessages.get(caller, params.leaveMessageId) }
  })

  implement(contract.listWorkOrders, ({ caller, query }) => own.list(caller, query))
  implement(contract.getWorkOrder, async ({ caller, params }) => ({ workOrder: await own.get(caller, params.workOrderId) }))
  implement(contract.supplementWorkOrder, async ({ caller, params, body }) => ({
    workOrder: await own.supplement(caller, params.workOrderId, body),
  }))

  implement(contract.listDeskWorkOrders, ({ caller, query }) => desk.list(caller, query))
  implement(contract.openWorkOrder, async ({ caller, body }) => ({ workOrder: await opening.open(caller, body) }))
  implement(contract.getDeskWorkOrder, async ({ caller, params }) => ({ workOrder: await desk.get(caller, params.workOrderId) }))
  implement(contract.takeWorkOrder, async ({ caller, params }) => ({ workOrder: await desk.take(caller, params.workOrderId) }))
  implement(contract.assignWorkOrder, async ({ caller, params, body }) => ({
    workOrder: await desk.assign(caller, params.workOrderId, body.assigneeId),
  }))
  implement(contract.transferWorkOrder, async ({ caller, params, body }) => ({
    workOrder: await desk.transfer(caller, params.workOrderId, body.officeId, body.text),
  }))
  implement(contract.askBackAboutWorkOrder, async ({ caller, params, body }) => ({
    workOrder: await desk.askBack(caller, params.workOrderId, body),
  }))
  implement(contract.noteOnWorkOrder, async ({ caller, params, body }) => ({
    workOrder: await desk.note(caller, params.workOrderId, body.text),
  }))
  implement(contract.finishWorkOrder, async ({ caller, params, body }) => ({
    workOrder: await desk.finish(caller, params.workOrderId, body),
  }))
}
