// Moments of records, as Beijing's clocks show them: an appointment is there, wherever this machine stands.
import { dayOf } from '@zhengna/contract/domain/working-time.ts'
import { slotMs } from '@zhengna/contract/domain/appointment.ts'

const two = (value: number): string => String(value).padStart(2, '0')
const weekdays = '日一二三四五六'

/** 14:30 */
export function timeOf(at: number): string {
  const date = new Date(at + 8 * 3_600_000)
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`
}
/** 2026-12-01 14:30 */
export const momentText = (at: number): string => `${dayOf(at)} ${timeOf(at)}`
/** 星期二, of YYYY-MM-DD */
export const weekdayText = (day: string): string => `星期${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''}`
/** 2026-12-01 14:30–15:00 */
export const slotShort = (startsAt: number): string => `${dayOf(startsAt)} ${timeOf(startsAt)}–${timeOf(startsAt + slotMs)}`
/** 2026-12-01 星期二 14:30–15:00 */
export const slotText = (startsAt: number): string =>
  `${dayOf(startsAt)} ${weekdayText(dayOf(startsAt))} ${timeOf(startsAt)}–${timeOf(startsAt + slotMs)}`
