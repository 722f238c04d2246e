// When the queue is looked at: whenever it or somebody's presence changes, and every second for what only time brings.
import type { OfficeId } from '@zhengna/contract/ids.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import { oneAtATime } from '../../platform/one-at-a-time.ts'
import { everySecond } from '../../platform/repeating.ts'
import type { Assigning } from './assigning.service.ts'
import type { Attendance } from './attendance.service.ts'
import type { Drops } from './drops.service.ts'

/** Returns what stops it. */
export function startAssigning(
  assigning: Assigning,
  attendance: Attendance,
  drops: Drops,
  bus: Bus,
  onError: (error: unknown) => void,
): () => Promise<void> {
  const byOffice = new Map<OfficeId, () => Promise<void>>()
  const running = new Set<Promise<void>>()
  let isStopped = false
  const run = (work: () => Promise<void>): void => {
    if (isStopped) return
    const ran = work()
      .catch(onError)
      .finally(() => running.delete(ran))
    running.add(ran)
  }
  const assign = (officeId: OfficeId): Promise<void> => {
    const look = byOffice.get(officeId) ?? oneAtATime(() => assigning.assign(officeId))
    byOffice.set(officeId, look)
    return look()
  }
  bus.subscribe('queue.changed', ({ officeId }) => run(() => assign(officeId)))
  bus.subscribe('presence.changed', ({ personId, officeId }) =>
    run(async () => {
      await assigning.recallFrom(personId)
      await assign(officeId)
    }),
  )
  const stop = everySecond(async () => {
    await attendance.look()
    await drops.look()
    await assigning.endOverdue()
    await assigning.assignAll()
  }, onError)
  return async () => {
    isStopped = true
    await stop()
    await Promise.all(running)
  }
}
