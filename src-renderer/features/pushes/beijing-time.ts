// When a push is to go out, as it is chosen: a day and a time of it in Beijing, wherever this machine stands.
import { dayOf } from '@zhengna/contract/domain/working-time.ts'
import { timeOf } from '../records/index.ts'

export interface ChosenMoment {
  readonly day: string
  /** HH:mm */
  readonly time: string
}

const STEP_MINUTES = 15
const two = (value: number): string => String(value).padStart(2, '0')
export const timesOfDay: readonly string[] = Array.from({ length: (24 * 60) / STEP_MINUTES }, (_, step) => {
  const minutes = step * STEP_MINUTES
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
})

/** null where no day is chosen. */
export function momentTyped({ day, time }: ChosenMoment): number | null {
  const at = Date.parse(`${day}T${time}:00+08:00`)
  return Number.isNaN(at) ? null : at
}
export const typedOf = (at: number): ChosenMoment => ({ day: dayOf(at), time: timeOf(at) })

const HOUR_MS = 3_600_000
export const nextHour = (now: number): number => (Math.floor(now / HOUR_MS) + 1) * HOUR_MS
