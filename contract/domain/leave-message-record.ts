// A leave-message as it is submitted, listed and shown, on either side.
import { Type, type Static } from 'typebox'
import { AttachmentId, LeaveMessageId, OfficeId, WorkOrderId } from '../ids.ts'
import { limits } from '../limits.ts'
import { Attachment } from './attachment.ts'
import { LeaveMessageState, LeaveMessageType, leaveMessageEvents, ResultWay, type LeaveMessageEvent } from './leave-message.ts'
import { Person } from './person.ts'
import { WorkOrderState } from './work-order.ts'

const nullable = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()])

export const LeaveMessageForm = Type.Object({
  /** 留言机构. */
  offices: Type.Array(Type.Object({ id: OfficeId, name: Type.String() })),
  /** 主管税务机构, chosen at first. */
  ownOfficeId: OfficeId,
  contentMinLength: Type.Integer({ minimum: 1 }),
  /** Filled in, and may be changed. */
  phone: nullable(Type.String()),
})
export type LeaveMessageForm = Static<typeof LeaveMessageForm>

/** `resultWay`: null where no 提醒服务 is wanted; `phone`: null where the result does not come by 短信. */
export const LeaveMessageDraft = Type.Object({
  id: LeaveMessageId,
  officeId: OfficeId,
  type: LeaveMessageType,
  content: Type.String({ maxLength: limits.leaveMessageMaxLength }),
  resultWay: nullable(ResultWay),
  phone: nullable(Type.String({ maxLength: 32 })),
  attachmentIds: Type.Array(AttachmentId, { maxItems: limits.attachmentsMax }),
  /** Its author was asked about a word (MESSAGE_WARNED) and submits it all the same. */
  confirmed: Type.Optional(Type.Boolean()),
})
export type LeaveMessageDraft = Static<typeof LeaveMessageDraft>

const summary = {
  id: LeaveMessageId,
  /** 留言编号. */
  number: Type.String(),
  type: LeaveMessageType,
  content: Type.String(),
  state: LeaveMessageState,
  officeName: Type.String(),
  createdAt: Type.Integer(),
  /** When anything was last said or done. */
  changedAt: Type.Integer(),
}
export const LeaveMessageSummary = Type.Object(summary)
export type LeaveMessageSummary = Static<typeof LeaveMessageSummary>

/** note: internal. */
export const leaveMessageStepKinds = ['submit', ...leaveMessageEvents, 'note'] as const
export type LeaveMessageStepKind = 'submit' | LeaveMessageEvent | 'note'

/**
 * What was said or done, in its order; what is done with its work order is among it. `text` of `move` and `convert`: to whose office,
 * and for officers also why.
 */
export const LeaveMessageStep = Type.Object({
  at: Type.Integer(),
  kind: Type.Unsafe<LeaveMessageStepKind>(Type.Union(leaveMessageStepKinds.map((kind) => Type.Literal(kind)))),
  /** 坐席 1001 号; null: the taxpayer, the system, or an officer without a number. */
  agentNumber: nullable(Type.String()),
  text: Type.String(),
  attachments: Type.Array(Attachment),
})
export type LeaveMessageStep = Static<typeof LeaveMessageStep>

/** On whose desk its work order is, and by when it is due. */
export const OrderInView = Type.Object({
  id: WorkOrderId,
  number: Type.String(),
  state: WorkOrderState,
  officeName: Type.String(),
  assigneeNumber: nullable(Type.String()),
  dueAt: nullable(Type.Integer()),
})
export type OrderInView = Static<typeof OrderInView>

const whole = {
  ...summary,
  resultWay: nullable(ResultWay),
  phone: nullable(Type.String()),
  attachments: Type.Array(Attachment),
  /** 坐席 1001 号, who has it in hand; null: nobody yet. */
  agentNumber: nullable(Type.String()),
  order: nullable(OrderInView),
  steps: Type.Array(LeaveMessageStep),
}
/** As its author sees it: no internal notes. */
export const LeaveMessage = Type.Object(whole)
export type LeaveMessage = Static<typeof LeaveMessage>

/** As officers see it: the taxpayer's number and telephone masked. */
export const DeskLeaveMessageSummary = Type.Object({
  ...summary,
  taxpayerName: Type.String(),
  taxpayerNumber: Type.String(),
  agentNumber: nullable(Type.String()),
})
export type DeskLeaveMessageSummary = Static<typeof DeskLeaveMessageSummary>
export const DeskLeaveMessage = Type.Object({ ...whole, officeId: OfficeId, taxpayer: Person })
export type DeskLeaveMessage = Static<typeof DeskLeaveMessage>
