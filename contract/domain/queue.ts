// The queue. Order is (priority, enqueued at, id); the store is the truth.
import { Type, type Static } from 'typebox'
import { ConversationId, OfficeId, PersonId, SkillGroupId, TicketId } from '../ids.ts'
import { HandOverReason } from './conversation.ts'

//   waiting ──take──▶ taken ◀──answer── calling
//    │  │ ▲                             ▲ │ │
//    │  │ └── defer, miss, withdraw ────┼─┘ ├──drop──▶ missed
//    │  └──────────── call ─────────────┘   │
//    └──cancel──▶ cancelled ◀──── cancel ───┘
//
// calling: whoever wanted to be called is, when an agent takes them, and has a short time to answer. Who defers or misses the call
// waits on and is passed by for a while; too often, and the place is dropped.
export const ticketStates = ['waiting', 'calling', 'taken', 'cancelled', 'missed'] as const
export type TicketState = (typeof ticketStates)[number]
/** A conversation has at most one ticket in these. */
export const openTicketStates = ['waiting', 'calling'] as const satisfies readonly TicketState[]

export const ticketEvents = ['take', 'call', 'answer', 'defer', 'miss', 'withdraw', 'drop', 'cancel'] as const
export type TicketEvent = (typeof ticketEvents)[number]

const table: Record<TicketState, Partial<Record<TicketEvent, TicketState>>> = {
  waiting: { take: 'taken', call: 'calling', cancel: 'cancelled' },
  calling: {
    take: 'taken',
    answer: 'taken',
    defer: 'waiting',
    miss: 'waiting',
    withdraw: 'waiting',
    drop: 'missed',
    cancel: 'cancelled',
  },
  taken: {},
  cancelled: {},
  missed: {},
}

/** The next state, or null where the event does not apply. */
export function nextTicketState(state: TicketState, event: TicketEvent): TicketState | null {
  return table[state][event] ?? null
}

/** How a call came to its end. */
export const callOutcomes = ['answered', 'deferred', 'missed', 'withdrawn', 'cancelled'] as const
export type CallOutcome = (typeof callOutcomes)[number]

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
  /** When another way than waiting is offered unasked. */
  offerAt: Type.Integer(),
  /** 轮到我时叫我. */
  callsBack: Type.Boolean(),
  /** It is one's turn: to be answered before it ends. `isLast`: the place is dropped where it is not. */
  call: Type.Union([Type.Object({ agentNumber: Type.String(), endsAt: Type.Integer(), isLast: Type.Boolean() }), Type.Null()]),
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
  callsBack: Type.Boolean(),
  /** Being called, by whom, until when. */
  call: Type.Union([Type.Object({ agentId: PersonId, agentNumber: Type.String(), endsAt: Type.Integer() }), Type.Null()]),
  /** Passed by until then, for a call that was deferred or missed; null where it is not. */
  passedUntil: Type.Union([Type.Integer(), Type.Null()]),
})
export type WaitingTicket = Static<typeof WaitingTicket>

export const QueueBoard = Type.Object({
  officeId: OfficeId,
  /** In serving order, at most `limits.boardMaxTickets`. */
  waiting: Type.Array(WaitingTicket),
  waitingCount: Type.Integer({ minimum: 0 }),
})
export type QueueBoard = Static<typeof QueueBoard>
