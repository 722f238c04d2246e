// A call of every route of leave-messages and work orders, right by its form, about nothing that is there.
import { uuidv7 } from 'uuidv7'
import type { LeaveMessageId, OfficeId, PersonId, WorkOrderId, ConversationId } from '@zhengna/contract/ids.ts'

const ofNobody = { leaveMessageId: uuidv7(), workOrderId: uuidv7() }
const nowhere = 'none' as OfficeId
const said = { text: '请补充', attachmentIds: [] }
const target = { officeId: nowhere, assigneeId: null, dueInMinutes: 60 }
const filter = { page: 2, pageSize: 20, number: 'LY202611270001', from: '2026-11-01', to: '2026-11-30' }
const draft = {
  id: uuidv7() as LeaveMessageId,
  officeId: nowhere,
  type: 'consultation' as const,
  content: '数电票红冲后还能重新开吗',
  resultWay: null,
  phone: null,
  attachmentIds: [],
}
const order = { id: uuidv7() as WorkOrderId, conversationId: uuidv7() as ConversationId, title: '发票', text: '请核实', ...target }
const aboutNobody = () => ({ params: ofNobody })
const sayToNobody = () => ({ params: ofNobody, body: said })

export const leaveMessageCalls = {
  leaveMessageForm: () => ({}),
  submitLeaveMessage: () => ({ body: draft }),
  listLeaveMessages: () => ({ query: { ...filter, type: 'other' as const, state: 'waiting' as const, content: '发票' } }),
  getLeaveMessage: aboutNobody,
  supplementLeaveMessage: sayToNobody,
  listDeskLeaveMessages: () => ({ query: { ...filter, isMine: true, taxpayer: '公司' } }),
  getDeskLeaveMessage: aboutNobody,
  takeLeaveMessage: aboutNobody,
  releaseLeaveMessage: aboutNobody,
  replyToLeaveMessage: sayToNobody,
  askBackAboutLeaveMessage: sayToNobody,
  noteOnLeaveMessage: () => ({ params: ofNobody, body: { text: '记' } }),
  moveLeaveMessage: () => ({ params: ofNobody, body: { officeId: nowhere, text: '原因' } }),
  convertLeaveMessage: () => ({ params: ofNobody, body: { ...target, text: '请核实' } }),
  listWorkOrders: () => ({ query: { ...filter, state: 'open' as const, title: '发票' } }),
  getWorkOrder: aboutNobody,
  supplementWorkOrder: sayToNobody,
  listDeskWorkOrders: () => ({ query: { ...filter, isMine: true, isOverdue: true } }),
  openWorkOrder: () => ({ body: order }),
  getDeskWorkOrder: aboutNobody,
  takeWorkOrder: aboutNobody,
  assignWorkOrder: () => ({ params: ofNobody, body: { assigneeId: 'none' as PersonId } }),
  transferWorkOrder: () => ({ params: ofNobody, body: { officeId: nowhere, text: '原因' } }),
  askBackAboutWorkOrder: sayToNobody,
  noteOnWorkOrder: () => ({ params: ofNobody, body: { text: '记' } }),
  finishWorkOrder: sayToNobody,
}

/** The bodies among them. */
export const leaveMessageBodies: [keyof typeof leaveMessageCalls, Record<string, unknown>][] = [
  ['submitLeaveMessage', draft],
  ['supplementLeaveMessage', said],
  ['replyToLeaveMessage', said],
  ['askBackAboutLeaveMessage', said],
  ['noteOnLeaveMessage', { text: '记' }],
  ['moveLeaveMessage', { officeId: nowhere, text: '原因' }],
  ['convertLeaveMessage', { ...target, text: '请核实' }],
  ['supplementWorkOrder', said],
  ['openWorkOrder', order],
  ['assignWorkOrder', { assigneeId: 'none' }],
  ['transferWorkOrder', { officeId: nowhere, text: '原因' }],
  ['askBackAboutWorkOrder', said],
  ['noteOnWorkOrder', { text: '记' }],
  ['finishWorkOrder', said],
]
