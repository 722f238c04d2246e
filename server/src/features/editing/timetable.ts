// Publishes what is due, and notices what other processes changed. Catches up after a downtime with its first round.
import type { Serving } from './serving.service.ts'

export interface Timetable {
  /** Waits for the round under way. May be called twice. */
  stop(): Promise<void>
}

/** Holds a copy of what the store has. */
export interface Follower {
  refresh(): Promise<void>
}

const EVERY_MS = 1_000

export function startTimetable(
  serving: Pick<Serving, 'publishDue'>,
  followers: readonly Follower[],
  onError: (error: unknown) => void,
): Timetable {
  let underWay: Promise<void> | null = null
  const round = async (): Promise<void> => {
    try {
      await serving.publishDue()
      for (const follower of followers) await follower.refresh()
    } catch (error) {
      // Nothing is lost: it is still due in the next round.
      onError(error)
    } finally {
      underWay = null
    }
  }
  const go = (): void => void (underWay ??= round())
  const timer = setInterval(go, EVERY_MS)
  go()
  return {
    async stop() {
      clearInterval(timer)
      await underWay
    },
  }
}
