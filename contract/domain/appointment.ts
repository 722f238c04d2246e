// An appointment (预约): a booked half hour with an agent, by phone or online. Two states go together: 预约状态, what became of the
// booking, and 互动状态, what became of the talk.
//
//   我的发起    ──────────────▶ booked/waiting ──invite──▶ booked/ongoing ──join──▶ kept/ongoing ──finish──▶ kept/done
//   税局邀请    proposed ─accept─▲  │  └ reschedule ┘            │
//                  │               │                           └──miss──▶ taxpayer-missed/failed
//                  │               ├──miss──▶ agent-missed/failed
//                  │               ├──cancel, void──▶ cancelled/failed        (void also from booked/ongoing)
//                  ├─decline──▶ declined/failed
//                  └─lapse────▶ lapsed/failed                                  (void: cancelled/failed)
//
// The server decides; windows use the same table to know which buttons to show.
import { Type } from 'typebox'

/** own: 我的发起, the taxpayer booked it; invited: 税局邀请, an agent proposed it. */
export const appointmentOrigins = ['own', 'invited'] as const
export type AppointmentOrigin = (typeof appointmentOrigins)[number]
export const AppointmentOrigin = Type.Unsafe<AppointmentOrigin>(Type.Union(appointmentOrigins.map((o) => Type.Literal(o))))
export const appointmentOriginLabels: Record<AppointmentOrigin, string> = { own: '我的发起', invited: '税局邀请' }

export const appointmentStates = [
  'proposed',
  'booked',
  'kept',
  'cancelled',
  'taxpayer-missed',
  'agent-missed',
  'declined',
  'lapsed',
] as const
export type AppointmentState = (typeof appointmentStates)[number]
export const AppointmentState = Type.Unsafe<AppointmentState>(Type.Union(appointmentStates.map((s) => Type.Literal(s))))
export const appointmentStateLabels: Record<AppointmentState, string> = {
  proposed: '待确认',
  booked: '预约成功',
  kept: '已履约',
  cancelled: '取消预约',
  'taxpayer-missed': '纳税人失约',
  'agent-missed': '税务人员失约',
  declined: '已拒绝',
  lapsed: '预约失败',
}
/** What an appointment of either origin can become, in the manual's order: the choices of its filter. */
export const statesOfOrigin: Record<AppointmentOrigin, readonly AppointmentState[]> = {
  own: ['booked', 'kept', 'cancelled', 'taxpayer-missed', 'agent-missed'],
  invited: ['proposed', 'booked', 'kept', 'cancelled', 'declined', 'lapsed', 'taxpayer-missed', 'agent-missed'],
}

export const interactionStates = ['waiting', 'ongoing', 'done', 'failed'] as const
export type InteractionState = (typeof interactionStates)[number]
export const InteractionState = Type.Unsafe<InteractionState>(Type.Union(interactionStates.map((s) => Type.Literal(s))))
export const interactionStateLabels: Record<InteractionState, string> = {
  waiting: '待互动',
  ongoing: '互动中',
  done: '已办结',
  failed: '互动失败',
}

/** `interaction` null: proposed, and not accepted yet. */
export interface AppointmentStanding {
  readonly state: AppointmentState
  readonly interaction: InteractionState | null
}

export const appointmentEvents = ['accept', 'decline', 'lapse', 'cancel', 'reschedule', 'invite', 'join', 'finish', 'miss', 'void'] as const
export type AppointmentEvent = (typeof appointmentEvents)[number]

/** By whom each happens. Who is asked to the phone is joined by the agent, who hears them answer. */
export const appointmentActors: Record<AppointmentEvent, readonly ('taxpayer' | 'agent' | 'system')[]> = {
  accept: ['taxpayer'],
  decline: ['taxpayer'],
  lapse: ['system'],
  cancel: ['taxpayer'],
  reschedule: ['taxpayer'],
  invite: ['agent'],
  join: ['taxpayer', 'agent'],
  finish: ['agent', 'system'],
  miss: ['system'],
  void: ['system'],
}

const standing = (state: AppointmentState, interaction: InteractionState | null): AppointmentStanding => ({ state, interaction })
const booked = standing('booked', 'waiting')
const invited = standing('booked', 'ongoing')
const talking = standing('kept', 'ongoing')
const voided = standing('cancelled', 'failed')

/** Where an appointment begins. */
export const firstStanding: Record<AppointmentOrigin, AppointmentStanding> = { own: booked, invited: standing('proposed', null) }

const moves: readonly (readonly [AppointmentStanding, Partial<Record<AppointmentEvent, AppointmentStanding>>])[] = [
  [firstStanding.invited, { accept: booked, decline: standing('declined', 'failed'), lapse: standing('lapsed', 'failed'), void: voided }],
  [booked, { cancel: voided, reschedule: booked, invite: invited, miss: standing('agent-missed', 'failed'), void: voided }],
  [invited, { invite: invited, join: talking, miss: standing('taxpayer-missed', 'failed'), void: voided }],
  [talking, { finish: standing('kept', 'done') }],
]

/** What an event makes of an appointment; null where it does not apply. */
export function nextStanding(from: AppointmentStanding, event: AppointmentEvent): AppointmentStanding | null {
  const [, next] = moves.find(([{ state, interaction }]) => state === from.state && interaction === from.interaction) ?? []
  return next?.[event] ?? null
}

/** Whether somebody may do it: what a button is shown for. */
export const mayDo = (from: AppointmentStanding, event: AppointmentEvent, actor: 'taxpayer' | 'agent' | 'system'): boolean =>
  appointmentActors[event].includes(actor) && nextStanding(from, event) !== null

/** Nothing becomes of it any more. */
export const isOver = (at: AppointmentStanding): boolean => appointmentEvents.every((event) => nextStanding(at, event) === null)

export const appointmentWays = ['phone', 'online'] as const
export type AppointmentWay = (typeof appointmentWays)[number]
export const AppointmentWay = Type.Unsafe<AppointmentWay>(Type.Union(appointmentWays.map((w) => Type.Literal(w))))
export const appointmentWayLabels: Record<AppointmentWay, string> = { phone: '电话', online: '线上互动' }

const MINUTE_MS = 60_000
export const slotMs = 30 * MINUTE_MS
/** 需提前一个小时申请预约. */
export const bookingLeadMs = 60 * MINUTE_MS

/** Whether an agent may invite now: within the half hour that was booked. */
export const isWithinSlot = (startsAt: number, now: number): boolean => startsAt <= now && now < startsAt + slotMs

/** When it is decided who missed an appointment: at minute 15 or 45, the first after its half hour. `startsAt` and result: milliseconds since 1970. */
export function checkedAt(startsAt: number): number {
  const endsAt = startsAt + slotMs
  // Offsets from UTC are whole half hours, so that minutes are the same everywhere.
  return Math.ceil((endsAt - 15 * MINUTE_MS) / slotMs) * slotMs + 15 * MINUTE_MS
}
