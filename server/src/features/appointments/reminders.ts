// When a taxpayer is reminded: a day, an hour and ten minutes before. Of several that are due at once the last one is told.
import type { AppointmentRow } from './appointments.store.ts'

const MINUTE_MS = 60_000
/** Minutes before it, the latest first. */
const leads = [10, 60, 24 * 60]
export const longestReminderMs = 24 * 60 * MINUTE_MS

/** Which reminder is owed now; null: none. What was due when its time was agreed on is owed no more. */
export function dueReminder(row: Pick<AppointmentRow, 'starts_at' | 'settled_at' | 'reminded_minutes'>, now: number): number | null {
  if (row.starts_at <= now) return null
  const lead = leads.find((minutes) => row.starts_at - minutes * MINUTE_MS <= now)
  if (lead === undefined || row.starts_at - lead * MINUTE_MS < row.settled_at) return null
  return row.reminded_minutes === null || row.reminded_minutes > lead ? lead : null
}
