// Days of the law as YYYY-MM-DD in Beijing, and moments as people write them.
const beijing = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

export const today = (now = Date.now()): string => beijing.format(now)
export const isPast = (day: string, now = Date.now()): boolean => day < today(now)

const two = (value: number): string => String(value).padStart(2, '0')

/** 2026-11-26 14:03 in the machine's zone. */
export function writtenMoment(at: number): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`
}

/** The same as a box for day and time has it. */
export const localMoment = (at: number): string => writtenMoment(at).replace(' ', 'T')
