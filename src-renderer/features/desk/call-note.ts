// How somebody stands who is offered, away, or wants to be called. null: like all others.
import type { WaitingTicket } from '@zhengna/contract/domain/queue.ts'
import { stopwatch } from '../../ui/index.ts'

export interface CallNote {
  readonly key: string
  readonly values: Record<string, string>
}

export function callNote({ call, callsBack, isAway, offer, passedUntil }: WaitingTicket, now: number): CallNote | null {
  if (offer) return { key: 'desk.offer.standing', values: { agentNumber: offer.agentNumber, time: stopwatch(offer.endsAt - now) } }
  if (call) return { key: 'desk.call.ringing', values: { agentNumber: call.agentNumber, time: stopwatch(call.endsAt - now) } }
  if (passedUntil !== null && passedUntil > now) return { key: 'desk.call.passed', values: { time: stopwatch(passedUntil - now) } }
  if (isAway) return { key: 'desk.offer.away', values: {} }
  return callsBack ? { key: 'desk.call.wanted', values: {} } : null
}

/** Whether 「呼叫」 could get them now. */
export const isNextable = ({ call, offer, passedUntil }: WaitingTicket, now: number): boolean =>
  !call && !offer && (passedUntil === null || passedUntil <= now)
