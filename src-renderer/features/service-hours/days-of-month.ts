// A month as weeks of seven, Monday first.
import { daysAfter, weekdayOf } from '../../ui/index.ts'

const DAYS_OF_WEEK = 7

/** null: of another month. `month`: YYYY-MM. */
export function weeksOfMonth(month: string): (string | null)[][] {
  const first = `${month}-01`
  const before = weekdayOf(first)
  const weeks: (string | null)[][] = []
  for (let start = daysAfter(first, -before); start.slice(0, 7) <= month; start = daysAfter(start, DAYS_OF_WEEK))
    weeks.push(Array.from({ length: DAYS_OF_WEEK }, (_, i) => daysAfter(start, i)).map((day) => (day.startsWith(month) ? day : null)))
  return weeks
}

export function monthAfter(month: string, months: number): string {
  const [year = 0, of = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, of - 1 + months, 1)).toISOString().slice(0, 7)
}
