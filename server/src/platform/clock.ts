// The one place that knows what time it is; tests turn it by hand.
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

const beijingDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The calendar day in Beijing, YYYY-MM-DD: tax rules begin and end there. */
export const dayInBeijing = (atMs: number): string => beijingDay.format(atMs)

const beijingTime = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' })

/** 2026-01-31 09:05, in Beijing. */
export const momentInBeijing = (atMs: number): string => `${dayInBeijing(atMs)} ${beijingTime.format(atMs)}`

/** When a calendar day (YYYY-MM-DD) began in Beijing, milliseconds since 1970. There is no summer time there. */
export const startOfDayInBeijing = (day: string): number => Date.parse(`${day}T00:00:00+08:00`)

const DAY_MS = 24 * 3_600_000

/** From the first moment of a day to the last of another, both in Beijing and both open where they are not given. */
export const dayRange = (days: {
  readonly from?: string | undefined
  readonly to?: string | undefined
}): { from: number | undefined; before: number | undefined } => ({
  from: days.from === undefined ? undefined : startOfDayInBeijing(days.from),
  before: days.to === undefined ? undefined : startOfDayInBeijing(days.to) + DAY_MS,
})
