// A work order (工单): what an agent turns a leave-message or a conversation into when others must act.
//
//          take, assign                finish
//     open ────────────▶ in-hand ────────────────▶ done
//      ▲ ◀── transfer ──  │   ▲
//      │                  │   └── supplement ──┐
//      └── transfer ── asked ◀── ask-back ─────┘
//
// Overdue and escalated are no states: they say of an open one how late it is, and to whom that was told.
// The server decides; windows use the same table to know which buttons to show.
import { Type } from 'typebox'

export const workOrderStates = ['open', 'in-hand', 'asked', 'done'] as const
export type WorkOrderState = (typeof workOrderStates)[number]
export const WorkOrderState = Type.Unsafe<WorkOrderState>(Type.Union(workOrderStates.map((s) => Type.Literal(s))))
export const workOrderStateLabels: Record<WorkOrderState, string> = {
  open: '待处理',
  'in-hand': '处理中',
  asked: '待补充',
  done: '已办结',
}

export const workOrderEvents = ['take', 'assign', 'transfer', 'ask-back', 'supplement', 'finish'] as const
export type WorkOrderEvent = (typeof workOrderEvents)[number]

/** By whom each happens. */
export const workOrderActors: Record<WorkOrderEvent, 'taxpayer' | 'agent'> = {
  take: 'agent',
  assign: 'agent',
  transfer: 'agent',
  'ask-back': 'agent',
  supplement: 'taxpayer',
  finish: 'agent',
}

const table: Record<WorkOrderState, Partial<Record<WorkOrderEvent, WorkOrderState>>> = {
  open: { take: 'in-hand', assign: 'in-hand', transfer: 'open' },
  'in-hand': { assign: 'in-hand', transfer: 'open', 'ask-back': 'asked', finish: 'done' },
  asked: { assign: 'asked', transfer: 'open', supplement: 'in-hand', finish: 'done' },
  done: {},
}

/** The next state, or null where the event does not apply. */
export function nextWorkOrderState(state: WorkOrderState, event: WorkOrderEvent): WorkOrderState | null {
  return table[state][event] ?? null
}

/** Whether somebody may do it: what a button is shown for. */
export const mayDoWithWorkOrder = (state: WorkOrderState, event: WorkOrderEvent, actor: 'taxpayer' | 'agent'): boolean =>
  workOrderActors[event] === actor && nextWorkOrderState(state, event) !== null
