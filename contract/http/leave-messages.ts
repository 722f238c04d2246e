// 留言: the taxpayer's own, and the office's inbox.
import { Type } from 'typebox'
import {
  DeskLeaveMessage,
  DeskLeaveMessageSummary,
  LeaveMessage,
  LeaveMessageDraft,
  LeaveMessageForm,
  LeaveMessageSummary,
} from '../domain/leave-message-record.ts'
import { LeaveMessageState, LeaveMessageType } from '../domain/leave-message.ts'
import { AttachmentId, LeaveMessageId, OfficeId, PersonId } from '../ids.ts'
import { limits } from '../limits.ts'
import { Day } from '../domain/day.ts'
import { pageOf, paging } from './paging.ts'
import { defineRoute } from './route.ts'

const params = Type.Object({ leaveMessageId: LeaveMessageId })
const said = {
  text: Type.String({ maxLength: limits.leaveMessageMaxLength }),
  attachmentIds: Type.Array(AttachmentId, { maxItems: limits.attachmentsMax }),
  /** Its author was asked about a word (MESSAGE_WARNED) and sends it all the same. */
  confirmed: Type.Optional(Type.Boolean()),
}
const filter = {
  ...paging,
  /** 留言编号: whole and exact. */
  number: Type.Optional(Type.String({ maxLength: 32 })),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  type: Type.Optional(LeaveMessageType),
  state: Type.Optional(LeaveMessageState),
  /** In part. */
  content: Type.Optional(Type.String({ maxLength: 100 })),
}

export const leaveMessageForm = defineRoute({
  method: 'GET',
  path: '/api/leave-messages/form',
  access: ['taxpayer'],
  tag: 'leave-messages',
  summary: 'What the form offers and demands: offices, the least length of 留言内容, one’s own telephone.',
  reply: LeaveMessageForm,
})

export const submitLeaveMessage = defineRoute({
  method: 'POST',
  path: '/api/leave-messages',
  access: ['taxpayer'],
  tag: 'leave-messages',
  summary:
    'Submits a 留言; the same id again gives the first result. Errors: LEAVE_MESSAGE_INVALID (`field`, `reason`), LEAVE_MESSAGE_NOT_FOUND (an id of somebody else’s), ATTACHMENT_NOT_FOUND, ATTACHMENT_NOT_UPLOADED, MESSAGE_BLOCKED, MESSAGE_WARNED.',
  body: LeaveMessageDraft,
  reply: Type.Object({ leaveMessage: LeaveMessage }),
})

export const listLeaveMessages = defineRoute({
  method: 'GET',
  path: '/api/leave-messages',
  access: ['taxpayer'],
  tag: 'leave-messages',
  summary: '我的留言, newest first.',
  query: Type.Object(filter),
  reply: pageOf(LeaveMessageSummary),
})

export const getLeaveMessage = defineRoute({
  method: 'GET',
  path: '/api/leave-messages/:leaveMessageId',
  access: ['taxpayer'],
  tag: 'leave-messages',
  summary: 'One’s own 留言 with all that was said. Errors: LEAVE_MESSAGE_NOT_FOUND.',
  params,
  reply: Type.Object({ leaveMessage: LeaveMessage }),
})

export const supplementLeaveMessage = defineRoute({
  method: 'POST',
  path: '/api/leave-messages/:leaveMessageId/supplement',
  access: ['taxpayer'],
  tag: 'leave-messages',
  summary:
    'What was asked for, about itself or its work order; or, of one that was answered, a further question. Errors: LEAVE_MESSAGE_NOT_FOUND, LEAVE_MESSAGE_INVALID, LEAVE_MESSAGE_STATE_WRONG, MESSAGE_BLOCKED, MESSAGE_WARNED.',
  params,
  body: Type.Object(said),
  reply: Type.Object({ leaveMessage: LeaveMessage }),
})

const desk = ['agent', 'supervisor'] as const

export const listDeskLeaveMessages = defineRoute({
  method: 'GET',
  path: '/api/desk/leave-messages',
  access: desk,
  tag: 'leave-messages',
  summary:
    'The office’s 留言, those that wait longest first, then what is settled, the latest first; `isMine`: those one has in hand or waits for an answer to. `waiting` counts all that nobody has.',
  query: Type.Object({
    ...filter,
    isMine: Type.Optional(Type.Boolean()),
    /** 纳税人名称, 识别号: in part. */
    taxpayer: Type.Optional(Type.String({ maxLength: 100 })),
  }),
  reply: Type.Object({ ...pageOf(DeskLeaveMessageSummary).properties, waiting: Type.Integer({ minimum: 0 }) }),
})

export const getDeskLeaveMessage = defineRoute({
  method: 'GET',
  path: '/api/desk/leave-messages/:leaveMessageId',
  access: desk,
  tag: 'leave-messages',
  summary: 'One of the office’s, with internal notes. Errors: LEAVE_MESSAGE_NOT_FOUND.',
  params,
  reply: Type.Object({ leaveMessage: DeskLeaveMessage }),
})

const move = (what: string, summary: string) =>
  ({
    method: 'POST',
    path: `/api/desk/leave-messages/:leaveMessageId/${what}` as const,
    access: desk,
    tag: 'leave-messages',
    summary: `${summary} Errors: LEAVE_MESSAGE_NOT_FOUND, LEAVE_MESSAGE_STATE_WRONG.`,
    params,
    reply: Type.Object({ leaveMessage: DeskLeaveMessage }),
  }) as const

export const takeLeaveMessage = defineRoute(move('take', 'Takes one in hand.'))
export const releaseLeaveMessage = defineRoute(move('release', 'Gives one back to all.'))
export const replyToLeaveMessage = defineRoute({ ...move('reply', '回复; the taxpayer is told as they chose.'), body: Type.Object(said) })
export const askBackAboutLeaveMessage = defineRoute({
  ...move('ask-back', 'Asks the taxpayer for more.'),
  body: Type.Object(said),
})
export const noteOnLeaveMessage = defineRoute({
  ...move('note', 'An internal note; the taxpayer never sees it.'),
  body: Type.Object({ text: said.text }),
})
export const moveLeaveMessage = defineRoute({
  ...move('move', 'To another office, whose turn it then is.'),
  body: Type.Object({ officeId: OfficeId, text: said.text }),
})
export const convertLeaveMessage = defineRoute({
  ...move(
    'convert',
    '转工单. `assigneeId` null: whoever takes it. `dueInMinutes`: of working time. Errors besides: WORK_ORDER_INVALID (`field`).',
  ),
  body: Type.Object({
    officeId: OfficeId,
    assigneeId: Type.Union([PersonId, Type.Null()]),
    dueInMinutes: Type.Integer({ minimum: 30, maximum: 60_000 }),
    text: said.text,
  }),
})
