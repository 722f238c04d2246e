// 精准推送: a notice to all taxpayers of an audience, now or at a time.
//
//              schedule               begin (due, or now)          complete
//     draft ─────────────▶ scheduled ─────────────────▶ sending ─────────────▶ sent
//      │ ▲ └──────────────────│───── begin ──────────────▲ │                    │
//      │ └────── revise ──────┤                            │                    │
//      └──── cancel ────▶ cancelled ◀── cancel             └──── withdraw ──────┴──▶ withdrawn
//
// sending: it goes out in batches; whoever is told, is told once. The server decides; windows use the same table for their buttons.
import { Type } from 'typebox'

export const pushStates = ['draft', 'scheduled', 'sending', 'sent', 'withdrawn', 'cancelled'] as const
export type PushState = (typeof pushStates)[number]
export const PushState = Type.Unsafe<PushState>(Type.Union(pushStates.map((state) => Type.Literal(state))))
export const pushStateLabels: Record<PushState, string> = {
  draft: '草稿',
  scheduled: '待发送',
  sending: '发送中',
  sent: '已发送',
  withdrawn: '已撤回',
  cancelled: '已取消',
}

export const pushEvents = ['schedule', 'begin', 'complete', 'revise', 'cancel', 'withdraw'] as const
export type PushEvent = (typeof pushEvents)[number]
export const PushEvent = Type.Unsafe<PushEvent>(Type.Union(pushEvents.map((event) => Type.Literal(event))))
export const pushEventLabels: Record<PushEvent, string> = {
  schedule: '设为定时发送',
  begin: '开始发送',
  complete: '发送完成',
  revise: '改回草稿',
  cancel: '取消',
  withdraw: '撤回',
}

/** By whom each may happen. */
export const pushActors: Record<PushEvent, readonly ('officer' | 'system')[]> = {
  schedule: ['officer'],
  begin: ['officer', 'system'],
  complete: ['system'],
  revise: ['officer'],
  cancel: ['officer'],
  withdraw: ['officer'],
}

const table: Record<PushState, Partial<Record<PushEvent, PushState>>> = {
  draft: { schedule: 'scheduled', begin: 'sending', cancel: 'cancelled' },
  scheduled: { begin: 'sending', revise: 'draft', cancel: 'cancelled' },
  sending: { complete: 'sent', withdraw: 'withdrawn' },
  sent: { withdraw: 'withdrawn' },
  withdrawn: {},
  cancelled: {},
}

/** The next state, or null where the event does not apply. */
export const nextPushState = (state: PushState, event: PushEvent): PushState | null => table[state][event] ?? null

/** Whether somebody may do it: what a button is shown for. */
export const mayDoWithPush = (state: PushState, event: PushEvent, actor: 'officer' | 'system' = 'officer'): boolean =>
  pushActors[event].includes(actor) && nextPushState(state, event) !== null
