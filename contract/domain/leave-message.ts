// A leave-message (留言): an asynchronous question to an office. 处理状态:
//
//                take, reply, ask-back
//     waiting ─────────▶ in-hand ──reply──▶ answered
//        ▲   ◀─release──  │    │               │
//        └──── move ──────┘    │               └── follow-up ──▶ waiting
//                              ├──ask-back──▶ asked ──supplement──▶ in-hand
//                              └──convert───▶ with-order ──resolve──▶ answered
//
// Whoever replies to, asks back about or converts one that nobody has in hand has taken it. The server decides; windows use the same table.
import { Type } from 'typebox'

export const leaveMessageStates = ['waiting', 'in-hand', 'asked', 'with-order', 'answered'] as const
export type LeaveMessageState = (typeof leaveMessageStates)[number]
export const LeaveMessageState = Type.Unsafe<LeaveMessageState>(Type.Union(leaveMessageStates.map((s) => Type.Literal(s))))
export const leaveMessageStateLabels: Record<LeaveMessageState, string> = {
  waiting: '待受理',
  'in-hand': '处理中',
  asked: '待补充',
  'with-order': '已转工单',
  answered: '已回复',
}

export const leaveMessageEvents = ['take', 'release', 'move', 'reply', 'ask-back', 'supplement', 'convert', 'resolve', 'follow-up'] as const
export type LeaveMessageEvent = (typeof leaveMessageEvents)[number]

/** By whom each happens. */
export const leaveMessageActors: Record<LeaveMessageEvent, 'taxpayer' | 'agent' | 'system'> = {
  take: 'agent',
  release: 'agent',
  move: 'agent',
  reply: 'agent',
  'ask-back': 'agent',
  supplement: 'taxpayer',
  convert: 'agent',
  resolve: 'system',
  'follow-up': 'taxpayer',
}

const table: Record<LeaveMessageState, Partial<Record<LeaveMessageEvent, LeaveMessageState>>> = {
  waiting: { take: 'in-hand', move: 'waiting', reply: 'answered', 'ask-back': 'asked', convert: 'with-order' },
  'in-hand': { release: 'waiting', move: 'waiting', reply: 'answered', 'ask-back': 'asked', convert: 'with-order' },
  asked: { supplement: 'in-hand', reply: 'answered', convert: 'with-order' },
  'with-order': { resolve: 'answered' },
  answered: { 'follow-up': 'waiting' },
}

/** The next state, or null where the event does not apply. */
export function nextLeaveMessageState(state: LeaveMessageState, event: LeaveMessageEvent): LeaveMessageState | null {
  return table[state][event] ?? null
}

/** Whether somebody may do it: what a button is shown for. */
export const mayDoWithLeaveMessage = (
  state: LeaveMessageState,
  event: LeaveMessageEvent,
  actor: 'taxpayer' | 'agent' | 'system',
): boolean => leaveMessageActors[event] === actor && nextLeaveMessageState(state, event) !== null

/** 留言类型. */
export const leaveMessageTypes = ['consultation', 'handling', 'complaint', 'suggestion', 'system', 'other'] as const
export type LeaveMessageType = (typeof leaveMessageTypes)[number]
export const LeaveMessageType = Type.Unsafe<LeaveMessageType>(Type.Union(leaveMessageTypes.map((t) => Type.Literal(t))))
export const leaveMessageTypeLabels: Record<LeaveMessageType, string> = {
  consultation: '政策咨询',
  handling: '办税咨询',
  system: '系统操作',
  complaint: '投诉',
  suggestion: '意见建议',
  other: '其他',
}

/** How long a 留言内容 counts: characters as people see them; blanks and what shows nothing are none. */
export const countedLength = (content: string): number => Array.from(content.replace(/[\s\u200b-\u200d\u2060]/g, '')).length

/** 结果接收方式; asked only where 提醒服务 is wanted. */
export const resultWays = ['sms', 'notice'] as const
export type ResultWay = (typeof resultWays)[number]
export const ResultWay = Type.Unsafe<ResultWay>(Type.Union(resultWays.map((w) => Type.Literal(w))))
export const resultWayLabels: Record<ResultWay, string> = { sms: '短信', notice: '站内信' }
