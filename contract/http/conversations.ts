import { Type } from 'typebox'
import { BookedHandOver, Conversation, HandOverReason, RatingOutcome } from '../domain/conversation.ts'
import { Message } from '../domain/message.ts'
import { Person } from '../domain/person.ts'
import { QueuePlace } from '../domain/queue.ts'
import { VotedAnswer } from '../domain/vote.ts'
import { ConversationId, MessageId } from '../ids.ts'
import { limits } from '../limits.ts'
import { defineRoute } from './route.ts'

const params = Type.Object({ conversationId: ConversationId })
/** Taxpayers reach their own conversations; an agent those they serve or served; a supervisor those of their office. */
const participants = ['taxpayer', 'agent', 'supervisor'] as const

export const listConversations = defineRoute({
  method: 'GET',
  path: '/api/conversations',
  access: participants,
  tag: 'conversations',
  summary: 'One’s own conversations, newest first.',
  query: Type.Object({
    beforeOrdinal: Type.Optional(Type.Integer({ minimum: 1, description: 'taxpayers: those before this ordinal' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
  }),
  reply: Type.Object({ conversations: Type.Array(Conversation) }),
})

export const getConversation = defineRoute({
  method: 'GET',
  path: '/api/conversations/:conversationId',
  access: participants,
  tag: 'conversations',
  summary: 'One conversation with its taxpayer as the caller may see them. Errors: CONVERSATION_NOT_FOUND.',
  params,
  reply: Type.Object({ conversation: Conversation, taxpayer: Person }),
})

export const listMessages = defineRoute({
  method: 'GET',
  path: '/api/conversations/:conversationId/messages',
  access: participants,
  tag: 'conversations',
  summary: 'Messages after a seq, in order, without gaps, and the votes on them. Errors: CONVERSATION_NOT_FOUND.',
  params,
  query: Type.Object({
    afterSeq: Type.Optional(Type.Integer({ minimum: 0, default: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: limits.historyPageMax, default: limits.historyPageSize })),
  }),
  reply: Type.Object({ messages: Type.Array(Message), votes: Type.Array(VotedAnswer), lastSeq: Type.Integer() }),
})

export const handOver = defineRoute({
  method: 'POST',
  path: '/api/hand-over',
  access: ['taxpayer'],
  tag: 'conversations',
  summary:
    'Ask for a person: the open conversation (or a new one) joins the queue. Asking while waiting returns the same place. Errors: CONVERSATION_STAGE_WRONG, APPOINTMENT_IS_NOW (in the half hour of a booked appointment nothing was chosen by `how`).',
  body: Type.Object({ reason: HandOverReason, how: Type.Optional(BookedHandOver) }),
  /** `place` null: waits for the agent of the appointment instead. */
  reply: Type.Object({ conversation: Conversation, place: Type.Union([QueuePlace, Type.Null()]) }),
})

export const endConversation = defineRoute({
  method: 'POST',
  path: '/api/conversations/:conversationId/end',
  access: participants,
  tag: 'conversations',
  summary:
    'End a conversation; officers those they serve. Ending one that has ended returns it as it is. While it is transferred a taxpayer ends it by closing the window alone. Errors: CONVERSATION_NOT_FOUND, TRANSFER_UNDER_WAY.',
  params,
  query: Type.Object({ isClosing: Type.Optional(Type.Boolean({ description: 'the taxpayer closes the window' })) }),
  reply: Type.Object({ conversation: Conversation }),
})

export const rateConversation = defineRoute({
  method: 'POST',
  path: '/api/conversations/:conversationId/rating',
  access: ['taxpayer'],
  tag: 'conversations',
  summary: 'Rate the live service, once. Errors: RATING_ALREADY_GIVEN, RATING_NOT_ASKED, CONVERSATION_NOT_FOUND.',
  params,
  body: Type.Object({ outcome: RatingOutcome, remark: Type.String({ maxLength: limits.ratingRemarkMaxLength }) }),
  reply: Type.Object({ conversation: Conversation }),
})

export const retractMessage = defineRoute({
  method: 'POST',
  path: '/api/messages/:messageId/retraction',
  access: participants,
  tag: 'conversations',
  summary:
    '撤回 of one’s own text in a live conversation, within two minutes; the same again changes nothing. Errors: NOT_FOUND (also: somebody else’s), MESSAGE_RETRACT_TOO_LATE, MESSAGE_NOT_RETRACTABLE (not a text, or nobody serves), CONVERSATION_ENDED.',
  params: Type.Object({ messageId: MessageId }),
  reply: Type.Object({}),
})
