import { expect, it } from 'vitest'
import { nextTransferState, transferEvents, transferStates } from './transfer.ts'

it('only one that is asked for moves, by every event, and what it became stays', () => {
  const moved = Object.fromEntries(transferStates.map((state) => [state, transferEvents.map((event) => nextTransferState(state, event))]))
  const nothing = transferEvents.map(() => null)
  expect(moved).toEqual({
    asked: ['accepted', 'asked', 'declined', 'lapsed', 'cancelled', 'ended'],
    accepted: nothing,
    declined: nothing,
    lapsed: nothing,
    cancelled: nothing,
    ended: nothing,
  })
})
