// A work order as it is made, listed and shown, on either side.
import { Type, type Static } from 'typebox'
import { ConversationId, LeaveMessageId, OfficeId, PersonId, WorkOrderId } from '../ids.ts'
import { limits } from '../limits.ts'
import { Attachment } from './attachment.ts'
import { Person } from './person.ts'
import { WorkOrderState, workOrderEvents, type WorkOrderEvent } from './work-order.ts'

const nullable = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()])

/** Where it goes. `assigneeId` null: whoever takes it. `dueInMinutes`: of the office’s working time. */
export const orderTarget = {
  officeId: OfficeId,
  assigneeId: nullable(PersonId),
  dueInMinutes: Type.Integer({ minimum: 30, maximum: 60_000 }),
}

/** Of a conversation. `title`: what it is about, as the taxpayer reads it; `text`: what is to be done, for officers. */
export const WorkOrderDraft = Type.Object({
  id: WorkOrderId,
  conversationId: ConversationId,
  title: Type.String({ maxLength: limits.workOrderTitleMaxLength }),
  text: Type.String({ maxLength: limits.leaveMessageMaxLength }),
  ...orderTarget,
  /** Its author was asked about a word (MESSAGE_WARNED) and sends it all the same. */
  confirmed: Type.Optional(Type.Boolean()),
})
export type WorkOrderDraft = Static<typeof WorkOrderDraft>

const summary = {
  id: WorkOrderId,
  /** 工单编号. */
  number: Type.String(),
  title: Type.String(),
  state: WorkOrderState,
  /** Whose desk it is on. */
  officeName: Type.String(),
  /** 坐席 1001 号; null: nobody yet. */
  assigneeNumber: nullable(Type.String()),
  /** null: the office does not work within a year. */
  dueAt: nullable(Type.Integer()),
  createdAt: Type.Integer(),
  changedAt: Type.Integer(),
}
export const WorkOrderSummary = Type.Object(summary)
export type WorkOrderSummary = Static<typeof WorkOrderSummary>

/** open: made. note, remind (it is late soon), escalate (it is late): for officers alone. */
export const workOrderStepKinds = ['open', ...workOrderEvents, 'note', 'remind', 'escalate'] as const
export type WorkOrderStepKind = 'open' | WorkOrderEvent | 'note' | 'remind' | 'escalate'

/** What was said or done, in its order. `text` of `transfer`: to whose office, and for officers also why. */
export const WorkOrderStep = Type.Object({
  at: Type.Integer(),
  kind: Type.Unsafe<WorkOrderStepKind>(Type.Union(workOrderStepKinds.map((kind) => Type.Literal(kind)))),
  /** 坐席 1001 号; null: the taxpayer, the system, or an officer without a number. Of `assign`: whose it became. */
  agentNumber: nullable(Type.String()),
  text: Type.String(),
  attachments: Type.Array(Attachment),
})
export type WorkOrderStep = Static<typeof WorkOrderStep>

const whole = {
  ...summary,
  /** 办理结果; null: not finished. */
  result: nullable(Type.String()),
  /** What it came from, where that is a 留言. */
  leaveMessageId: nullable(LeaveMessageId),
  leaveMessageNumber: nullable(Type.String()),
  /** The conversation it came from. */
  conversationId: nullable(ConversationId),
  steps: Type.Array(WorkOrderStep),
}
/** As the taxpayer sees it: without what officers tell each other. */
export const WorkOrder = Type.Object(whole)
export type WorkOrder = Static<typeof WorkOrder>

/** As officers see it. `remindedAt`: it was said that it is late soon; `escalatedAt`: that it is late, to the supervisors. */
const ofDesk = { remindedAt: nullable(Type.Integer()), escalatedAt: nullable(Type.Integer()), assigneeId: nullable(PersonId) }
export const DeskWorkOrderSummary = Type.Object({
  ...summary,
  ...ofDesk,
  taxpayerName: Type.String(),
  /** Masked. */
  taxpayerNumber: Type.String(),
})
export type DeskWorkOrderSummary = Static<typeof DeskWorkOrderSummary>

export const DeskWorkOrder = Type.Object({
  ...whole,
  ...ofDesk,
  officeId: OfficeId,
  /** What is to be done. */
  text: Type.String(),
  /** Number and telephone masked. */
  taxpayer: Person,
  /** The 留言 in its author’s words, which may lie at another office. */
  leaveMessage: nullable(Type.Object({ content: Type.String(), attachments: Type.Array(Attachment) })),
})
export type DeskWorkOrder = Static<typeof DeskWorkOrder>

/** Of an office’s open ones: all, one’s own, what nobody has, what is late, what is late soon. */
export const WorkOrderCounts = Type.Object({
  open: Type.Integer({ minimum: 0 }),
  mine: Type.Integer({ minimum: 0 }),
  unassigned: Type.Integer({ minimum: 0 }),
  overdue: Type.Integer({ minimum: 0 }),
  reminded: Type.Integer({ minimum: 0 }),
  escalated: Type.Integer({ minimum: 0 }),
})
export type WorkOrderCounts = Static<typeof WorkOrderCounts>
