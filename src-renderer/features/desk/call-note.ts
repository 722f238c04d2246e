// How somebody who wants to be called stands. null: like all others.
import type { WaitingTicket } from '@zhengna/contract/domain/queue.ts'
import { stopwatch } from '../../ui/index.ts'

export interface CallNote {
  readonly key: string
  readonly values: Record<string, string>
}

export function callNote({ call, callsBack, passedUntil }: WaitingTicket, now: number): CallNote | null {
  if (call) return { key: 'desk.call.ringing', values: { agentNumber: call.agentNumber, time: stopwatch(call.endsAt - now) } }
  if (passedUntil !== null && passedUntil > now) return { key: 'desk.call.passed', values: { time: stopwatch(passedUntil - now) } }
  return callsBack ? { key: 'desk.call.wanted', values: {} } : null
}

/** Whether 「呼叫」 could get them now. */
export const isNextable = ({ call, passedUntil }: WaitingTicket, now: number): boolean =>
  !call && (passedUntil === null || passedUntil <= now)
