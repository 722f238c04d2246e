import { Type } from 'typebox'
import { Conversation } from '../domain/conversation.ts'
import { Presence } from '../domain/presence.ts'
import { QueueBoard, QueuePlace, QueueTrace } from '../domain/queue.ts'
import { TicketId } from '../ids.ts'
import { defineRoute } from './route.ts'

export const myPlace = defineRoute({
  method: 'GET',
  path: '/api/queue/place',
  access: ['taxpayer'],
  tag: 'queue',
  summary: 'One’s own place in the queue, null when not waiting.',
  reply: Type.Object({ place: Type.Union([QueuePlace, Type.Null()]) }),
})

export const cancelQueue = defineRoute({
  method: 'DELETE',
  path: '/api/queue/place',
  access: ['taxpayer'],
  tag: 'queue',
  summary: '取消排队. Errors: QUEUE_TICKET_GONE.',
  reply: Type.Object({ conversation: Conversation }),
})

export const setCallBack = defineRoute({
  method: 'PUT',
  path: '/api/queue/place/call-back',
  access: ['taxpayer'],
  tag: 'queue',
  summary: '轮到我时叫我: whether one is called when it is one’s turn, instead of being connected at once. Errors: QUEUE_TICKET_GONE.',
  body: Type.Object({ callsBack: Type.Boolean() }),
  reply: Type.Object({ place: QueuePlace }),
})

export const answerCall = defineRoute({
  method: 'POST',
  path: '/api/queue/place/answer',
  access: ['taxpayer'],
  tag: 'queue',
  summary: 'Answers the call: the agent serves at once. Errors: QUEUE_CALL_GONE.',
  reply: Type.Object({ conversation: Conversation }),
})

export const deferCall = defineRoute({
  method: 'POST',
  path: '/api/queue/place/defer',
  access: ['taxpayer'],
  tag: 'queue',
  summary: '稍后再叫我: others go first for a while. The last call cannot be deferred. Errors: QUEUE_CALL_GONE.',
  reply: Type.Object({ place: QueuePlace }),
})

export const withdrawCall = defineRoute({
  method: 'DELETE',
  path: '/api/queue/calls/:ticketId',
  access: ['agent'],
  tag: 'queue',
  summary: 'The agent who calls gives it up; the taxpayer waits on. Errors: QUEUE_CALL_GONE.',
  params: Type.Object({ ticketId: TicketId }),
  reply: Type.Object({}),
})

export const declineOffer = defineRoute({
  method: 'DELETE',
  path: '/api/queue/offers/:ticketId',
  access: ['agent'],
  tag: 'queue',
  summary: '暂不接待: the agent declines whom they were offered; the next agent is asked. Errors: QUEUE_TICKET_GONE.',
  params: Type.Object({ ticketId: TicketId }),
  reply: Type.Object({}),
})

export const getBoard = defineRoute({
  method: 'GET',
  path: '/api/queue/board',
  access: ['agent', 'supervisor'],
  tag: 'queue',
  summary: 'Who waits: an agent sees their office’s groups that they serve, a supervisor their office.',
  reply: QueueBoard,
})

export const getQueueTrace = defineRoute({
  method: 'GET',
  path: '/api/queue/places/:ticketId/trace',
  access: ['taxpayer', 'agent', 'supervisor'],
  tag: 'queue',
  summary:
    'Why somebody still waits: whom they were offered to, who went first and why. A taxpayer sees their own, an officer those of their office. Errors: QUEUE_TICKET_GONE.',
  params: Type.Object({ ticketId: TicketId }),
  reply: Type.Object({ trace: QueueTrace }),
})

export const takeNext = defineRoute({
  method: 'POST',
  path: '/api/queue/take',
  access: ['agent'],
  tag: 'queue',
  summary:
    '呼叫, 接待: take a named place, or the one that was offered, or the next; one who wanted to be called is, and stays queued until they answer. Errors: QUEUE_EMPTY, QUEUE_NOBODY_READY, QUEUE_TICKET_GONE, AGENT_NOT_AVAILABLE, AGENT_AT_CAPACITY.',
  body: Type.Object({ ticketId: Type.Union([TicketId, Type.Null()]) }),
  reply: Type.Object({ conversation: Conversation }),
})

export const setPresence = defineRoute({
  method: 'PUT',
  path: '/api/presence',
  access: ['agent', 'supervisor'],
  tag: 'queue',
  summary: '示闲 / 示忙 / 小休.',
  body: Type.Object({ presence: Type.Union([Type.Literal('idle'), Type.Literal('busy'), Type.Literal('resting')]) }),
  reply: Type.Object({ presence: Presence }),
})
