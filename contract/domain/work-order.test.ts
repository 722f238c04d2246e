import { describe, expect, it } from 'vitest'
import {
  mayDoWithWorkOrder,
  nextWorkOrderState,
  workOrderActors,
  workOrderEvents,
  workOrderStateLabels,
  workOrderStates,
  type WorkOrderEvent,
  type WorkOrderState,
} from './work-order.ts'

/** The diagram at the top of work-order.ts, written out a second time: every state with every event. */
const walked: Record<WorkOrderState, Record<WorkOrderEvent, WorkOrderState | null>> = {
  open: { take: 'in-hand', assign: 'in-hand', transfer: 'open', 'ask-back': null, supplement: null, finish: null },
  'in-hand': { take: null, assign: 'in-hand', transfer: 'open', 'ask-back': 'asked', supplement: null, finish: 'done' },
  asked: { take: null, assign: 'asked', transfer: 'open', 'ask-back': null, supplement: 'in-hand', finish: 'done' },
  done: { take: null, assign: null, transfer: null, 'ask-back': null, supplement: null, finish: null },
}
const steps = workOrderStates.flatMap((state) => workOrderEvents.map((event) => ({ state, event, next: walked[state][event] })))

describe('the states of a work order', () => {
  it.each(steps)('$state with $event becomes $next', ({ state, event, next }) => {
    expect(nextWorkOrderState(state, event)).toBe(next)
    for (const actor of ['taxpayer', 'agent'] as const)
      expect(mayDoWithWorkOrder(state, event, actor)).toBe(next !== null && workOrderActors[event] === actor)
  })

  it('every state can be reached from 待处理, and 已办结 is left by nothing', () => {
    const reached = new Set<WorkOrderState>(['open'])
    for (const state of reached)
      for (const event of workOrderEvents) {
        const next = nextWorkOrderState(state, event)
        if (next) reached.add(next)
      }
    expect([...reached].sort()).toEqual([...workOrderStates].sort())
    expect(workOrderEvents.some((event) => nextWorkOrderState('done', event))).toBe(false)
  })

  it('every state is told in Chinese', () => {
    for (const state of workOrderStates) expect(workOrderStateLabels[state]).toMatch(/^\p{Script=Han}+$/u)
  })
})
