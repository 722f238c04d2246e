// 工单 at the console. Online only: what two officers do has one truth, and it is the server's.
import * as offices from '../http/offices.ts'
import * as workOrders from '../http/work-orders.ts'
import { relay } from './relay.ts'

const console = ['console'] as const

export const workOrderDeskRequests = {
  'orders.list': relay(workOrders.listDeskWorkOrders, console),
  'orders.get': relay(workOrders.getDeskWorkOrder, console),
  'orders.take': relay(workOrders.takeWorkOrder, console),
  'orders.assign': relay(workOrders.assignWorkOrder, console),
  'orders.transfer': relay(workOrders.transferWorkOrder, console),
  'orders.askBack': relay(workOrders.askBackAboutWorkOrder, console),
  'orders.note': relay(workOrders.noteOnWorkOrder, console),
  'orders.finish': relay(workOrders.finishWorkOrder, console),
  'orders.offices': relay(offices.listOffices, console),
}
