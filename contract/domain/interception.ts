// 拦截记录: what was intercepted, by which rule, until when, and what supervisors made of it.
//
//              end of its time
//     active ──────────────────▶ over
//      │  ▲ extend                │
//      └──┘                      extend: active again
//      │ lift
//      ▼
//     lifted
//
// A warning and an ended conversation last no time: over at once. A lifted one stays lifted, and counts against nobody.
import { Type, type Static } from 'typebox'
import { ConversationId, InterceptionId, MessageId, PersonId } from '../ids.ts'
import { HarassmentAction, HarassmentCondition, isRestraining } from './harassment.ts'

export const interceptionStates = ['active', 'over', 'lifted'] as const
export type InterceptionState = (typeof interceptionStates)[number]
export const InterceptionState = Type.Unsafe<InterceptionState>(Type.Union(interceptionStates.map((s) => Type.Literal(s))))
export const interceptionStateLabels: Record<InterceptionState, string> = { active: '生效中', over: '已结束', lifted: '已解除' }

/** At `until` it is over: to the millisecond, on every machine the same. */
export const interceptionState = (until: number | null, liftedAt: number | null, now: number): InterceptionState =>
  liftedAt !== null ? 'lifted' : until !== null && now < until ? 'active' : 'over'

/** One that is over may be lifted too, so that it does not count any more. */
export const mayLift = (state: InterceptionState): boolean => state !== 'lifted'
export const mayExtend = (state: InterceptionState, action: HarassmentAction): boolean => state !== 'lifted' && isRestraining(action)

/** How long one may be made longer at once, and how far it may reach from now. */
export const extensionMinutesMax = 30 * 24 * 60

const until = Type.Union([Type.Integer(), Type.Null()], { description: 'milliseconds since 1970; null: it lasts no time' })

export const Interception = Type.Object({
  id: InterceptionId,
  /** LJ202611270001 */
  number: Type.String(),
  at: Type.Integer(),
  taxpayerId: PersonId,
  taxpayerName: Type.String(),
  /** Masked. */
  taxpayerNumber: Type.String(),
  /** null: nothing of theirs was stored yet. */
  conversationId: Type.Union([ConversationId, Type.Null()]),
  condition: HarassmentCondition,
  action: HarassmentAction,
  until,
  state: InterceptionState,
  /** The agent who reported it, or null. */
  reportedBy: Type.Union([Type.String(), Type.Null()]),
})
export type Interception = Static<typeof Interception>

export const interceptionStepKinds = ['lifted', 'extended'] as const
export type InterceptionStepKind = (typeof interceptionStepKinds)[number]
export const InterceptionStep = Type.Object({
  at: Type.Integer(),
  kind: Type.Unsafe<InterceptionStepKind>(Type.Union(interceptionStepKinds.map((kind) => Type.Literal(kind)))),
  by: Type.String(),
  reason: Type.String(),
  until,
})
export type InterceptionStep = Static<typeof InterceptionStep>

/** A message that led to it, as it was written; also one that was never stored. */
export const InterceptedMessage = Type.Object({ id: MessageId, at: Type.Integer(), text: Type.String() })
export type InterceptedMessage = Static<typeof InterceptedMessage>

export const InterceptionDetail = Type.Object({
  ...Interception.properties,
  /** What the rule said then. */
  rule: Type.Object({ count: Type.Integer(), windowSeconds: Type.Integer(), durationSeconds: Type.Integer() }),
  messages: Type.Array(InterceptedMessage),
  /** What the agent wrote who reported it. */
  remark: Type.String(),
  steps: Type.Array(InterceptionStep),
})
export type InterceptionDetail = Static<typeof InterceptionDetail>
