import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { OfficeId } from '@zhengna/contract/ids.ts'
import { createLocalBus } from '../../platform/bus/bus.ts'
import { announceSupervision } from './announcing.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const here = 'here' as OfficeId
const there = 'there' as OfficeId

it('the first change is told at once, a rush of others once when a second is over, and each office for itself', () => {
  const told: OfficeId[] = []
  const bus = createLocalBus()
  const stop = announceSupervision(bus, (officeId) => told.push(officeId))
  bus.publish('queue.changed', { officeId: here })
  for (let i = 0; i < 50; i++) bus.publish('queue.changed', { officeId: here })
  bus.publish('queue.changed', { officeId: there })
  expect(told).toEqual([here, there])
  vi.advanceTimersByTime(1_000)
  expect(told).toEqual([here, there, here])
  vi.advanceTimersByTime(10_000)
  expect(told).toHaveLength(3)
  stop()
})
