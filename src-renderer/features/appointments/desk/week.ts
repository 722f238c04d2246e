import { daysAfter, weekdayOf } from '../../../ui/index.ts'

/** The days from Monday to Sunday that a day is among; all YYYY-MM-DD. */
export function weekOf(day: string): string[] {
  return Array.from({ length: 7 }, (_, i) => daysAfter(day, i - weekdayOf(day)))
}
