// The queue. Order is (priority, enqueued at, id); the store is the truth.
import { Type, type Static } from 'typebox'
import { ConversationId, OfficeId, PersonId, SkillGroupId, TicketId } from '../ids.ts'
import { QueueReason } from './conversation.ts'

//              ┌─ decline, lapse, recall ─┐
//              ▼                          │
//   waiting ──offer──────────────────▶ offered
//    │  │ ▲                             │  │
//    │  │ │                           take call
//    │  │ │                             ▼  │
//    │  └─┼──────────take────────────▶ taken ◀──answer── calling
//    │    │                                │              ▲ │ │
//    │    │            (offered) ──call────┼──────────────┘ │ │
//    │    └── defer, miss, withdraw ───────┼────────────────┘ └──drop──▶ missed
//    └──call──▶ calling
//
// Of every open state: cancel ──▶ cancelled, leave ──▶ left.
//
// offered: automatic assignment chose an agent, who has a short time to accept. calling: whoever wanted to be called is, when an agent
// takes them, and has a short time to answer. Who defers or misses the call waits on and is passed by for a while; too often, and the
// place is dropped. left: no window of theirs was there for longer than a place is kept.
export const ticketStates = ['waiting', 'offered', 'calling', 'taken', 'cancelled', 'missed', 'left'] as const
export type TicketState = (typeof ticketStates)[number]
/** A conversation has at most one ticket in these. */
export const openTicketStates = ['waiting', 'offered', 'calling'] as const satisfies readonly TicketState[]

export const ticketEvents = [
  'take',
  'offer',
  'decline',
  'lapse',
  'recall',
  'call',
  'answer',
  'defer',
  'miss',
  'withdraw',
  'drop',
  'cancel',
  'leave',
] as const
export type TicketEvent = (typeof ticketEvents)[number]

const gone = { cancel: 'cancelled', leave: 'left' } as const
const table: Record<TicketState, Partial<Record<TicketEvent, TicketState>>> = {
  waiting: { take: 'taken', offer: 'offered', call: 'calling', ...gone },
  offered: { take: 'taken', call: 'calling', decline: 'waiting', lapse: 'waiting', recall: 'waiting', ...gone },
  calling: { take: 'taken', answer: 'taken', defer: 'waiting', miss: 'waiting', withdraw: 'waiting', drop: 'missed', ...gone },
  taken: {},
  cancelled: {},
  missed: {},
  left: {},
}

/** The next state, or null where the event does not apply. */
export function nextTicketState(state: TicketState, event: TicketEvent): TicketState | null {
  return table[state][event] ?? null
}

/** How an offer came to its end. recalled: its agent is no longer 示闲, or gone. */
export const offerOutcomes = ['accepted', 'declined', 'lapsed', 'recalled', 'cancelled'] as const
export type OfferOutcome = (typeof offerOutcomes)[number]

/** Why an agent was chosen: they served this taxpayer last; the taxpayer's group is theirs; others of the office help out. */
export const assignmentWhys = ['sticky', 'group', 'overflow'] as const
export type AssignmentWhy = (typeof assignmentWhys)[number]

/**
 * Why somebody who came earlier was passed by. offered, calling: another agent has them. passed: a call of theirs was not answered a
 * moment ago. away: no window of theirs is there. group: nobody who is free serves their group yet. declined: whoever is free
 * declined them a moment ago. named: an agent chose somebody behind them by name. transferred: an agent took over a conversation that was
 * served already.
 */
export const skipReasons = ['offered', 'calling', 'passed', 'away', 'group', 'declined', 'named', 'transferred'] as const
export type SkipReason = (typeof skipReasons)[number]

/** How a call came to its end. */
export const callOutcomes = ['answered', 'deferred', 'missed', 'withdrawn', 'cancelled'] as const
export type CallOutcome = (typeof callOutcomes)[number]

/**
 * What came of the range that a wait was to be in. left: they gave up before it was over, and nobody can say; who gave up later than
 * that waited longer than it said.
 */
export const estimateOutcomes = ['within', 'sooner', 'later', 'left'] as const
export type EstimateOutcome = (typeof estimateOutcomes)[number]

/** Smaller is served first. dropped: whoever served them is gone. booked: their appointment was not kept by the office. */
export const priorities = { dropped: -10, booked: 0, normal: 10 } as const

/**
 * How much longer it will take; null where too little is known, or what was foretold lately has been wrong too often.
 * `trackRecord`: of yesterday's in this group, how many per cent came true; null where they were too few.
 */
export const WaitEstimate = Type.Union([
  Type.Object({
    lowMs: Type.Integer({ minimum: 0 }),
    highMs: Type.Integer({ minimum: 0 }),
    trackRecord: Type.Union([Type.Object({ percent: Type.Integer(), of: Type.Integer() }), Type.Null()]),
  }),
  Type.Null(),
])
export type WaitEstimate = Static<typeof WaitEstimate>

/** A taxpayer's own place. */
export const QueuePlace = Type.Object({
  ticketId: TicketId,
  conversationId: ConversationId,
  enqueuedAt: Type.Integer(),
  /** How many are served before this one. */
  ahead: Type.Integer({ minimum: 0 }),
  /** Agents of the same office and group who are 示闲, connected, and have room for one more. */
  agentsIdle: Type.Integer({ minimum: 0 }),
  /** Agents of the same office and group who are connected and in a conversation. */
  agentsServing: Type.Integer({ minimum: 0 }),
  /** Agents of the same office and group who are connected and rest. */
  agentsResting: Type.Integer({ minimum: 0 }),
  reason: QueueReason,
  /** An agent was chosen and is being asked. */
  isOffered: Type.Boolean(),
  estimate: WaitEstimate,
  /** When the office begins to work again; null while it works, or where nobody knows. */
  opensAt: Type.Union([Type.Integer(), Type.Null()]),
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
  reason: QueueReason,
  enqueuedAt: Type.Integer(),
  /** The taxpayer's last question, cut to one line; what it is about. */
  lastQuestion: Type.String(),
  callsBack: Type.Boolean(),
  /** Being called, by whom, until when. */
  call: Type.Union([Type.Object({ agentId: PersonId, agentNumber: Type.String(), endsAt: Type.Integer() }), Type.Null()]),
  /** Offered to whom, until when. */
  offer: Type.Union([Type.Object({ agentId: PersonId, agentNumber: Type.String(), endsAt: Type.Integer() }), Type.Null()]),
  /** No window of theirs is there. */
  isAway: Type.Boolean(),
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

const literal = <T extends string>(values: readonly T[]) => Type.Unsafe<T>(Type.Union(values.map((value) => Type.Literal(value))))

/** What happened to a place until now: why its taxpayer still waits. The same to them and to the office. Oldest first. */
export const QueueTrace = Type.Object({
  ticketId: TicketId,
  enqueuedAt: Type.Integer(),
  /** Of its group, before it. */
  ahead: Type.Integer({ minimum: 0 }),
  agentsIdle: Type.Integer({ minimum: 0 }),
  agentsServing: Type.Integer({ minimum: 0 }),
  agentsResting: Type.Integer({ minimum: 0 }),
  estimate: WaitEstimate,
  /** `outcome` null: it stands. */
  offers: Type.Array(
    Type.Object({
      agentNumber: Type.String(),
      why: literal(assignmentWhys),
      at: Type.Integer(),
      outcome: Type.Union([literal(offerOutcomes), Type.Null()]),
    }),
  ),
  /** 轮到我时叫我; `outcome` null: it rings. */
  calls: Type.Array(
    Type.Object({ agentNumber: Type.String(), at: Type.Integer(), outcome: Type.Union([literal(callOutcomes), Type.Null()]) }),
  ),
  /** How often others who came later went first, by reason. */
  skips: Type.Array(Type.Object({ reason: literal(skipReasons), count: Type.Integer({ minimum: 1 }), lastAt: Type.Integer() })),
})
export type QueueTrace = Static<typeof QueueTrace>
