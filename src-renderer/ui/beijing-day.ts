// Days of the calendar as YYYY-MM-DD. Tax rules, and the desk's weeks, begin and end in Beijing wherever this machine stands.
const beijingDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' })
const DAY_MS = 86_400_000

export const todayInBeijing = (now = Date.now()): string => beijingDay.format(now)

/** Arithmetic on the calendar alone: no zone has a say in it. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** Monday is 0. */
export const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
