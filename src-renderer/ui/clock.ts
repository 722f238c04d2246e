// How moments and stretches of time are written. All in the machine's zone, numbers with two digits.
const two = (value: number): string => String(value).padStart(2, '0')

/** 14:03 */
export function clockTime(at: number): string {
  const date = new Date(at)
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}

const dayNumber = (date: Date): number => Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000)

export const isSameDay = (one: number, other: number): boolean => dayNumber(new Date(one)) === dayNumber(new Date(other))

/** 今天, 昨天, 3月2日 星期一, 2025年12月31日 星期三 */
export function dayName(at: number, now: number): string {
  const date = new Date(at)
  const today = new Date(now)
  const daysAgo = dayNumber(today) - dayNumber(date)
  if (daysAgo === 0) return '今天'
  if (daysAgo === 1) return '昨天'
  const weekday = '日一二三四五六'[date.getDay()]
  const year = date.getFullYear() === today.getFullYear() ? '' : `${date.getFullYear()}年`
  return `${year}${date.getMonth() + 1}月${date.getDate()}日 星期${weekday}`
}

/** 14:03 of today, else the day: 昨天, 3月2日 */
export const shortMoment = (at: number, now: number): string =>
  isSameDay(at, now) ? clockTime(at) : (dayName(at, now).split(' ')[0] ?? '')

/** 00:41, 12:05, 1:02:03 */
export function stopwatch(elapsedMs: number): string {
  const seconds = Math.max(0, Math.floor(elapsedMs / 1000))
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}
