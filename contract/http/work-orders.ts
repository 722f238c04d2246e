// 工单: the taxpayer's own, and the office's desk.
import { Type } from 'typebox'
import { Day } from '../domain/day.ts'
import {
  DeskWorkOrder,
  DeskWorkOrderSummary,
  WorkOrder,
  WorkOrderCounts,
  WorkOrderDraft,
  WorkOrderSummary,
} from '../domain/work-order-record.ts'
import { WorkOrderState } from '../domain/work-order.ts'
import { AttachmentId, OfficeId, PersonId, WorkOrderId } from '../ids.ts'
import { limits } from '../limits.ts'
import { pageOf, paging } from './paging.ts'
import { defineRoute } from './route.ts'

const params = Type.Object({ workOrderId: WorkOrderId })
const text = Type.String({ maxLength: limits.leaveMessageMaxLength })
const said = {
  text,
  attachmentIds: Type.Array(AttachmentId, { maxItems: limits.attachmentsMax }),
  /** Its author was asked about a word (MESSAGE_WARNED) and sends it all the same. */
  confirmed: Type.Optional(Type.Boolean()),
}
const filter = {
  ...paging,
  /** 工单编号: whole and exact. */
  number: Type.Optional(Type.String({ maxLength: 32 })),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  state: Type.Optional(WorkOrderState),
  /** In part. */
  title: Type.Optional(Type.String({ maxLength: 100 })),
}

export const listWorkOrders = defineRoute({
  method: 'GET',
  path: '/api/work-orders',
  access: ['taxpayer'],
  tag: 'work-orders',
  summary: 'One’s own 工单, newest first.',
  query: Type.Object(filter),
  reply: pageOf(WorkOrderSummary),
})

export const getWorkOrder = defineRoute({
  method: 'GET',
  path: '/api/work-orders/:workOrderId',
  access: ['taxpayer'],
  tag: 'work-orders',
  summary: 'One’s own 工单 with each step. Errors: WORK_ORDER_NOT_FOUND.',
  params,
  reply: Type.Object({ workOrder: WorkOrder }),
})

export const supplementWorkOrder = defineRoute({
  method: 'POST',
  path: '/api/work-orders/:workOrderId/supplement',
  access: ['taxpayer'],
  tag: 'work-orders',
  summary:
    'What was asked for. Errors: WORK_ORDER_NOT_FOUND, WORK_ORDER_INVALID (`field`), WORK_ORDER_STATE_WRONG, MESSAGE_BLOCKED, MESSAGE_WARNED.',
  params,
  body: Type.Object(said),
  reply: Type.Object({ workOrder: WorkOrder }),
})

const desk = ['agent', 'supervisor'] as const

export const listDeskWorkOrders = defineRoute({
  method: 'GET',
  path: '/api/desk/work-orders',
  access: desk,
  tag: 'work-orders',
  summary:
    'The office’s 工单, the first to be due first, then what is done, the latest first. `counts`: of all that is open, whatever is asked for.',
  query: Type.Object({
    ...filter,
    isMine: Type.Optional(Type.Boolean()),
    /** Open, and late. */
    isOverdue: Type.Optional(Type.Boolean()),
    /** 纳税人名称, 识别号: in part. */
    taxpayer: Type.Optional(Type.String({ maxLength: 100 })),
  }),
  reply: Type.Object({ ...pageOf(DeskWorkOrderSummary).properties, counts: WorkOrderCounts }),
})

export const openWorkOrder = defineRoute({
  method: 'POST',
  path: '/api/desk/work-orders',
  access: desk,
  tag: 'work-orders',
  summary:
    'Makes one of a conversation; the same id again gives the first result. Errors: CONVERSATION_NOT_FOUND, WORK_ORDER_INVALID (`field`), WORK_ORDER_NOT_FOUND (an id of somebody else’s), MESSAGE_BLOCKED, MESSAGE_WARNED.',
  body: WorkOrderDraft,
  reply: Type.Object({ workOrder: DeskWorkOrder }),
})

export const getDeskWorkOrder = defineRoute({
  method: 'GET',
  path: '/api/desk/work-orders/:workOrderId',
  access: desk,
  tag: 'work-orders',
  summary: 'One of the office’s, with internal notes. Errors: WORK_ORDER_NOT_FOUND.',
  params,
  reply: Type.Object({ workOrder: DeskWorkOrder }),
})

const move = (what: string, summary: string) =>
  ({
    method: 'POST',
    path: `/api/desk/work-orders/:workOrderId/${what}` as const,
    access: desk,
    tag: 'work-orders',
    summary: `${summary} Errors: WORK_ORDER_NOT_FOUND, WORK_ORDER_STATE_WRONG, WORK_ORDER_INVALID (\`field\`).`,
    params,
    reply: Type.Object({ workOrder: DeskWorkOrder }),
  }) as const

export const takeWorkOrder = defineRoute(move('take', 'Takes one that nobody has.'))
export const assignWorkOrder = defineRoute({
  ...move('assign', 'Gives it to an officer of the office.'),
  body: Type.Object({ assigneeId: PersonId }),
})
export const transferWorkOrder = defineRoute({
  ...move('transfer', 'To another office, with the reason; it is due when it was.'),
  body: Type.Object({ officeId: OfficeId, text }),
})
export const askBackAboutWorkOrder = defineRoute({ ...move('ask-back', 'Asks the taxpayer for more.'), body: Type.Object(said) })
export const noteOnWorkOrder = defineRoute({
  ...move('note', 'An internal note; the taxpayer never sees it.'),
  body: Type.Object({ text }),
})
export const finishWorkOrder = defineRoute({
  ...move('finish', '办结, with the result, which the taxpayer is told as they chose; its 留言 is answered with it.'),
  body: Type.Object(said),
})
