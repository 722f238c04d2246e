import { describe, expect, it } from 'vitest'
import { nextTicketState, openTicketStates, ticketEvents, ticketStates, type TicketEvent, type TicketState } from './queue.ts'

const none = Object.fromEntries(ticketEvents.map((event) => [event, null])) as Record<TicketEvent, null>
/** The diagram at the top of queue.ts, written out a second time: every state with every event. */
const walked: Record<TicketState, Record<TicketEvent, TicketState | null>> = {
  waiting: { ...none, take: 'taken', offer: 'offered', call: 'calling', cancel: 'cancelled', leave: 'left' },
  offered: {
    ...none,
    take: 'taken',
    call: 'calling',
    decline: 'waiting',
    lapse: 'waiting',
    recall: 'waiting',
    cancel: 'cancelled',
    leave: 'left',
  },
  calling: {
    ...none,
    take: 'taken',
    answer: 'taken',
    defer: 'waiting',
    miss: 'waiting',
    withdraw: 'waiting',
    drop: 'missed',
    cancel: 'cancelled',
    leave: 'left',
  },
  taken: none,
  cancelled: none,
  missed: none,
  left: none,
}
const steps = ticketStates.flatMap((state) => ticketEvents.map((event) => ({ state, event, next: walked[state][event] })))

describe('a place in the queue', () => {
  it.each(steps)('$state with $event becomes $next', ({ state, event, next }) => expect(nextTicketState(state, event)).toBe(next))

  it('is open exactly where something can still become of it', () => {
    const open = ticketStates.filter((state) => ticketEvents.some((event) => nextTicketState(state, event) !== null))
    expect(open).toEqual([...openTicketStates])
  })
})
