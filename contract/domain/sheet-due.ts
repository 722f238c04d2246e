// By when a confirmation sheet is handed in (办理时限): until the end of a day in Beijing.
import { limits } from '../limits.ts'
import type { SheetFault } from './sheet-fault.ts'
import { dayOf, momentOf, nextDay } from './working-time.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** So long before it lapses its taxpayer is reminded, once. */
export const sheetReminderMs = DAY_MS

/** The end of a day. */
export const dueAtOf = (day: string): number => momentOf(nextDay(day), '00:00')
/** The last day on which it may be handed in. */
export const dueDayOf = (dueAt: number): string => dayOf(dueAt - 1)
/** The day so many days after the one of `now`. */
export const dayAfter = (now: number, days: number): string => dayOf(now + days * DAY_MS)

/** Whoever is asked again has some days for it, however late the office looked. */
export const dueAfterReturn = (dueAt: number, now: number): number => Math.max(dueAt, dueAtOf(dayAfter(now, limits.sheetReturnDaysMin)))

/** `day` '': none was chosen. */
export function dueDayFault(day: string, now: number): SheetFault | null {
  const at = (reason: string): SheetFault => ({ field: 'dueDay', reason })
  if (day === '') return at('请选择办理时限。')
  if (day < dayOf(now)) return at('办理时限不能早于今天。')
  return day > dayAfter(now, limits.sheetDueDaysMax) ? at(`办理时限最长 ${limits.sheetDueDaysMax} 天。`) : null
}
