// A half hour as it is said.
import { slotMs } from '@zhengna/contract/domain/appointment.ts'
import { momentInBeijing } from '../../platform/clock.ts'

const WEEKDAYS = '日一二三四五六'
const timeOf = (at: number): string => momentInBeijing(at).slice(-5)

/** 11 月 30 日（星期一）10:00–10:30. */
export function slotInWords(startsAt: number): string {
  const [, month, date] = momentInBeijing(startsAt).slice(0, 10).split('-').map(Number)
  const weekday = WEEKDAYS.charAt(new Date(momentInBeijing(startsAt).slice(0, 10)).getUTCDay())
  return `${month} 月 ${date} 日（星期${weekday}）${timeOf(startsAt)}–${timeOf(startsAt + slotMs)}`
}

/** 10:32. */
export const clockInWords = timeOf
