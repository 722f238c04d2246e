// Publishes what is due, and notices what other processes published. Catches up after a downtime with its first round.
import type { Knowledge } from '../knowledge/index.ts'
import type { Serving } from './serving.service.ts'

export interface Timetable {
  /** Waits for the round under way. May be called twice. */
  stop(): Promise<void>
}

const EVERY_MS = 1_000

export function startTimetable(
  serving: Pick<Serving, 'publishDue'>,
  knowledge: Pick<Knowledge, 'refresh'>,
  onError: (error: unknown) => void,
): Timetable {
  let underWay: Promise<void> | null = null
  const round = async (): Promise<void> => {
    try {
      await serving.publishDue()
      await knowledge.refresh()
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
