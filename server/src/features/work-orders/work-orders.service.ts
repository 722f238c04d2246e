// All of the work orders: their taxpayers', the desk's, how they come about.
import type { OrdersPort } from '../leave-messages/index.ts'
import { createWorkOrderDesk, type WorkOrderDesk } from './desk.service.ts'
import { createWorkOrderOpening, type WorkOrderOpening } from './opening.ts'
import { createOrdersOfLeaveMessages } from './orders-of-leave-messages.ts'
import { createOwnWorkOrders, type OwnWorkOrders } from './own.service.ts'
import type { WorkOrderParts } from './work-order-parts.ts'

export interface WorkOrders {
  readonly own: OwnWorkOrders
  readonly desk: WorkOrderDesk
  readonly opening: WorkOrderOpening
  /** What leave-messages need of them. */
  readonly ofLeaveMessages: OrdersPort
}

export const createWorkOrders = (parts: WorkOrderParts): WorkOrders => ({
  own: createOwnWorkOrders(parts),
  desk: createWorkOrderDesk(parts),
  opening: createWorkOrderOpening(parts),
  ofLeaveMessages: createOrdersOfLeaveMessages(parts),
})
