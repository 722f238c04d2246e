// The queue. Order is (priority, enqueued at, id); the store is the truth.
import { Type, type Static } from 'typebox'
import { ConversationId, OfficeId, PersonId, SkillGroupId, TicketId } from '../ids.ts'
import { HandOverReason } from './conversation.ts'

//   waiting ──take──▶ taken
//      └────cancel──▶ cancelled
export const ticketStates = ['waiting', 'taken', 'cancelled'] as const
export type TicketState = (typeof ticketStates)[number]

/** Smaller is served first. */
export const priorities = { booked: 0, normal: 10 } as const

/** A taxpayer's own place. */
export const QueuePlace = Type.Object({
  ticketId: TicketId,
  conversationId: ConversationId,
  enqueuedAt: Type.Integer(),
  /** How many are served before this one. */
  ahead: Type.Integer({ minimum: 0 }),
  /** Agents of the same office and group who are 示闲 and connected. */
  agentsIdle: Type.Integer({ minimum: 0 }),
  /** Agents of the same office and group who are connected and in a conversation. */
  agentsServing: Type.Integer({ minimum: 0 }),
})
export type QueuePlace = Static<typeof QueuePlace>

/** A place as agents see it. */
export const WaitingTicket = Type.Object({
  ticketId: TicketId,
  conversationId: ConversationId,
  taxpayerId: PersonId,
  taxpayerName: Type.String(),
  /** Masked. */
  taxpayerNumber: Type.String(),
  skillGroupId: SkillGroupId,
  skillGroupName: Type.String(),
  reason: HandOverReason,
  enqueuedAt: Type.Integer(),
  /** The taxpayer's last question, cut to one line; what it is about. */
  lastQuestion: Type.String(),
})
export type WaitingTicket = Static<typeof WaitingTicket>

export const QueueBoard = Type.Object({
  officeId: OfficeId,
  /** In serving order, at most `limits.boardMaxTickets`. */
  waiting: Type.Array(WaitingTicket),
  waitingCount: Type.Integer({ minimum: 0 }),
})
export type QueueBoard = Static<typeof QueueBoard>
