import { describe, expect, it } from 'vitest'
import {
  countedLength,
  leaveMessageActors,
  leaveMessageEvents,
  leaveMessageStateLabels,
  leaveMessageStates,
  leaveMessageTypeLabels,
  leaveMessageTypes,
  mayDoWithLeaveMessage,
  nextLeaveMessageState,
  resultWayLabels,
  resultWays,
  type LeaveMessageEvent,
  type LeaveMessageState,
} from './leave-message.ts'

const none = Object.fromEntries(leaveMessageEvents.map((event) => [event, null])) as Record<LeaveMessageEvent, null>
/** The diagram at the top of leave-message.ts, written out a second time: every state with every event. */
const walked: Record<LeaveMessageState, Record<LeaveMessageEvent, LeaveMessageState | null>> = {
  waiting: { ...none, take: 'in-hand', move: 'waiting', reply: 'answered', 'ask-back': 'asked', convert: 'with-order' },
  'in-hand': { ...none, release: 'waiting', move: 'waiting', reply: 'answered', 'ask-back': 'asked', convert: 'with-order' },
  asked: { ...none, supplement: 'in-hand', reply: 'answered', convert: 'with-order' },
  'with-order': { ...none, resolve: 'answered' },
  answered: { ...none, 'follow-up': 'waiting' },
}
const steps = leaveMessageStates.flatMap((state) => leaveMessageEvents.map((event) => ({ state, event, next: walked[state][event] })))

describe('处理状态 of a leave-message', () => {
  it.each(steps)('$state with $event becomes $next', ({ state, event, next }) => {
    expect(nextLeaveMessageState(state, event)).toBe(next)
    for (const actor of ['taxpayer', 'agent', 'system'] as const)
      expect(mayDoWithLeaveMessage(state, event, actor)).toBe(next !== null && leaveMessageActors[event] === actor)
  })

  it('from every state an answer can be reached', () => {
    for (const first of leaveMessageStates) {
      const reached = new Set<LeaveMessageState>([first])
      for (const state of reached)
        for (const event of leaveMessageEvents) {
          const next = nextLeaveMessageState(state, event)
          if (next) reached.add(next)
        }
      expect(reached).toContain('answered')
    }
  })

  it('all that a person chooses or reads is Chinese', () => {
    const labels = [
      ...leaveMessageStates.map((state) => leaveMessageStateLabels[state]),
      ...leaveMessageTypes.map((type) => leaveMessageTypeLabels[type]),
      ...resultWays.map((way) => resultWayLabels[way]),
    ]
    for (const label of labels) expect(label).toMatch(/^\p{Script=Han}+$/u)
    expect(new Set(labels).size).toBe(labels.length)
  })
})

it('blanks, line breaks and what shows nothing do not count, and an emoji is one', () => {
  expect(countedLength(' 发票 怎么\n红冲\u200b ')).toBe(6)
  expect(countedLength('谢谢😀')).toBe(3)
  expect(countedLength(' \n\t')).toBe(0)
})
