// Says to an office's supervisors that what they watch has changed: the first change at once, those of a rush together, once a second.
import type { OfficeId } from '@zhengna/contract/ids.ts'
import type { Bus } from '../../platform/bus/bus.ts'

const REST_MS = 1_000

/** Returns what stops it. */
export function announceSupervision(bus: Bus, tell: (officeId: OfficeId) => void): () => void {
  /** Told within the last second; true: and there is more to tell. */
  const resting = new Map<OfficeId, boolean>()
  const timers = new Map<OfficeId, NodeJS.Timeout>()
  const note = (officeId: OfficeId): void => {
    if (resting.has(officeId)) return void resting.set(officeId, true)
    tell(officeId)
    resting.set(officeId, false)
    timers.set(
      officeId,
      setTimeout(() => {
        const hasMore = resting.get(officeId) === true
        resting.delete(officeId)
        timers.delete(officeId)
        if (hasMore) note(officeId)
      }, REST_MS),
    )
  }
  bus.subscribe('queue.changed', ({ officeId }) => note(officeId))
  bus.subscribe('presence.changed', ({ officeId }) => note(officeId))
  bus.subscribe('conversation.changed', ({ conversation }) => {
    if (conversation.stage !== 'bot') note(conversation.officeId)
  })
  // The bot's phase is not watched.
  bus.subscribe('message.stored', ({ officeId, agentId }) => {
    if (agentId !== null) note(officeId)
  })
  bus.subscribe('leave-message.changed', ({ officeId }) => note(officeId))
  return () => {
    for (const timer of timers.values()) clearTimeout(timer)
    timers.clear()
  }
}
