// 转接: an agent asks that another takes over a live conversation. Whoever serves keeps it until somebody accepts, so that it has one
// agent at every moment.
//
//           ┌── pass ──┐
//           ▼          │
//         asked ───────┘
//           │
//           ├── accept ──▶ accepted   the conversation is theirs
//           ├── decline ─▶ declined ┐
//           ├── lapse ───▶ lapsed   ├ back to the sender, who is told why
//           ├── cancel ──▶ cancelled┘
//           └── end ─────▶ ended      the conversation is over
//
// pass: to a skill group, one who declines or does not answer is followed by the next who is free; where nobody is left it is declined
// or lapsed as it would be for one agent.
import { Type, type Static } from 'typebox'
import { ConversationId, PersonId, SkillGroupId, TransferId } from '../ids.ts'
import { limits } from '../limits.ts'
import { Presence } from './presence.ts'

export const transferStates = ['asked', 'accepted', 'declined', 'lapsed', 'cancelled', 'ended'] as const
export type TransferState = (typeof transferStates)[number]
export const TransferState = Type.Unsafe<TransferState>(Type.Union(transferStates.map((state) => Type.Literal(state))))

export const transferEvents = ['accept', 'pass', 'decline', 'lapse', 'cancel', 'end'] as const
export type TransferEvent = (typeof transferEvents)[number]

const table: Record<TransferState, Partial<Record<TransferEvent, TransferState>>> = {
  asked: { accept: 'accepted', pass: 'asked', decline: 'declined', lapse: 'lapsed', cancel: 'cancelled', end: 'ended' },
  accepted: {},
  declined: {},
  lapsed: {},
  cancelled: {},
  ended: {},
}

/** The next state, or null where the event does not apply. */
export function nextTransferState(state: TransferState, event: TransferEvent): TransferState | null {
  return table[state][event] ?? null
}

/** Whom it goes to: an agent, or whoever of a skill group is free. */
export const TransferTarget = Type.Union([
  Type.Object({ kind: Type.Literal('agent'), agentId: PersonId }),
  Type.Object({ kind: Type.Literal('group'), groupId: SkillGroupId }),
])
export type TransferTarget = Static<typeof TransferTarget>

/** What the next agent should know, so that nobody asks the taxpayer twice: never empty, never shown to the taxpayer. */
export const TransferNote = Type.String({ minLength: 1, maxLength: limits.transferNoteMaxLength, pattern: '\\S' })
/** Why it is declined; '' where nothing is said. */
export const TransferReason = Type.String({ maxLength: limits.transferNoteMaxLength })

/** As its sender and whoever is asked see it. */
export const Transfer = Type.Object({
  id: TransferId,
  conversationId: ConversationId,
  state: TransferState,
  fromId: PersonId,
  fromNumber: Type.String(),
  /** Who is asked, or was last. */
  toId: PersonId,
  toNumber: Type.String(),
  /** null: that agent by name. */
  groupName: Type.Union([Type.String(), Type.Null()]),
  note: Type.String(),
  /** Said as it was declined. */
  reason: Type.String(),
  taxpayerName: Type.String(),
  /** The taxpayer's last words, cut to one line; '' where there are none. */
  lastQuestion: Type.String(),
  endsAt: Type.Integer({ description: 'when it lapses; milliseconds since 1970, UTC' }),
})
export type Transfer = Static<typeof Transfer>

/** What an agent has to do with now. */
export const AgentTransfers = Type.Object({
  /** They are asked; the oldest first. */
  asked: Type.Array(Transfer),
  /** The newest of each conversation they serve, whatever became of it. */
  sent: Type.Array(Transfer),
})
export type AgentTransfers = Static<typeof AgentTransfers>
export const noTransfers: AgentTransfers = { asked: [], sent: [] }

/** Where a conversation may go. */
export const TransferTargets = Type.Object({
  /** Colleagues with a window connected. */
  agents: Type.Array(
    Type.Object({
      id: PersonId,
      number: Type.String(),
      name: Type.String(),
      presence: Presence,
      /** Conversations, calls and what they are asked about. */
      load: Type.Integer({ minimum: 0 }),
      capacity: Type.Integer({ minimum: 1 }),
      groupNames: Type.Array(Type.String()),
      /** 示闲 with room for one more. */
      isFree: Type.Boolean(),
    }),
  ),
  groups: Type.Array(
    Type.Object({
      id: SkillGroupId,
      name: Type.String(),
      waiting: Type.Integer({ minimum: 0 }),
      free: Type.Integer({ minimum: 0 }),
    }),
  ),
})
export type TransferTargets = Static<typeof TransferTargets>
