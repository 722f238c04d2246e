// Waiting on a condition, never on a length of time.
import { setTimeout as pause } from 'node:timers/promises'

const LOOK_EVERY_MS = 200

/** True as soon as `holds`, false when it did not within `withinMs`. */
export async function until(holds: () => Promise<boolean> | boolean, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs
  while (!(await holds())) {
    if (Date.now() > deadline) return false
    await pause(LOOK_EVERY_MS)
  }
  return true
}
