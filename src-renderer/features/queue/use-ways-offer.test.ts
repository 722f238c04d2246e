// @vitest-environment happy-dom
import type { QueuePlace } from '@zhengna/contract/domain/queue.ts'
import type { TicketId } from '@zhengna/contract/ids.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { effectScope, nextTick, ref, shallowRef } from 'vue'
import { aPlace } from './queue.fixture.ts'
import { useWaysOffer } from './use-ways-offer.ts'

const MINUTE_MS = 60_000
let scope = effectScope()

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  sessionStorage.clear()
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

function waiting(first: QueuePlace | null) {
  const place = shallowRef(first)
  const isBusy = ref(false)
  const offer = vi.fn()
  scope.run(() => useWaysOffer(place, isBusy, offer))
  return { place, isBusy, offer }
}
async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms)
  await nextTick()
}

describe('other ways than waiting', () => {
  test('are offered when the time is over, once', async () => {
    const { offer } = waiting(aPlace())
    await pass(4 * MINUTE_MS)
    expect(offer).not.toHaveBeenCalled()
    await pass(10 * MINUTE_MS)
    expect(offer).toHaveBeenCalledOnce()
  })

  test('are offered for the next place anew', async () => {
    const { place, offer } = waiting(aPlace({ offerAt: 0 }))
    place.value = aPlace({ offerAt: 0, ticketId: '01900000-0000-7000-8000-0000000000c2' as TicketId })
    await nextTick()
    expect(offer).toHaveBeenCalledTimes(2)
  })

  test('are not offered over something that is being written, but after it', async () => {
    const { place, isBusy, offer } = waiting(null)
    isBusy.value = true
    place.value = aPlace({ offerAt: 0 })
    await nextTick()
    expect(offer).not.toHaveBeenCalled()
    isBusy.value = false
    await nextTick()
    expect(offer).toHaveBeenCalledOnce()
  })

  test('are not offered to whoever wants to be called, or is', () => {
    expect(waiting(aPlace({ offerAt: 0, callsBack: true })).offer).not.toHaveBeenCalled()
    expect(waiting(aPlace({ offerAt: 0, call: { agentNumber: '1', endsAt: 1, isLast: false } })).offer).not.toHaveBeenCalled()
  })

  test('are not offered again by a page that is loaded anew', async () => {
    expect(waiting(aPlace({ offerAt: 0 })).offer).toHaveBeenCalledOnce()
    await nextTick()
    scope.stop()
    scope = effectScope()
    expect(waiting(aPlace({ offerAt: 0 })).offer).not.toHaveBeenCalled()
  })
})
