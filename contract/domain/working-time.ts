// When an office works: shifts of a day, on the days it is open. Half hours to be booked, and due times that count working minutes.
// All in Beijing time, which knows no summer time.
import { Type, type Static } from 'typebox'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const BEIJING_AHEAD_MS = 8 * 60 * MINUTE_MS
const SLOT_MINUTES = 30

const ClockTime = Type.String({ pattern: '^([01][0-9]|2[0-3]):(00|30)$', description: 'HH:mm on a half hour' })
/** From the first moment to the last, 「09:00」 to 「12:00」. */
export const Shift = Type.Object({ from: ClockTime, to: ClockTime })
export type Shift = Static<typeof Shift>

export interface WorkingTime {
  /** In order, not touching. Empty: never open. */
  readonly shifts: readonly Shift[]
  /** `day` is YYYY-MM-DD in Beijing. */
  readonly isWorkingDay: (day: string) => boolean
}

/** Whether shifts are in order, none is empty, and none reaches into the next. */
export const areShifts = (shifts: readonly Shift[]): boolean =>
  shifts.every(({ from, to }, place) => from < to && (shifts[place - 1]?.to ?? '00:00') <= from)

/** The day in Beijing, YYYY-MM-DD. */
export const dayOf = (at: number): string => new Date(at + BEIJING_AHEAD_MS).toISOString().slice(0, 10)

/** `time` is HH:mm in Beijing on `day`, YYYY-MM-DD; milliseconds since 1970. */
export const momentOf = (day: string, time: string): number => Date.parse(`${day}T${time}:00+08:00`)

export const nextDay = (day: string): string => dayOf(momentOf(day, '00:00') + DAY_MS)

/** When the half hours of a day begin, in order; none on a day off. */
export function slotsOf(day: string, { shifts, isWorkingDay }: WorkingTime): number[] {
  if (!isWorkingDay(day)) return []
  return shifts.flatMap(({ from, to }) => {
    const [start, end] = [momentOf(day, from), momentOf(day, to)]
    const count = Math.floor((end - start) / (SLOT_MINUTES * MINUTE_MS))
    return Array.from({ length: count }, (_, i) => start + i * SLOT_MINUTES * MINUTE_MS)
  })
}

/** The next `count` working days from `day` on, itself among them where it is one; fewer where none follows within a year. */
export function workingDaysFrom(day: string, count: number, { isWorkingDay }: WorkingTime): string[] {
  const days: string[] = []
  for (let [at, looked] = [day, 0]; days.length < count && looked < DAYS_LOOKED_AT; at = nextDay(at), looked++)
    if (isWorkingDay(at)) days.push(at)
  return days
}

/** When so many working minutes after `at` are over; null for an office that does not work within the next year. */
export function afterWorkingMinutes(at: number, minutes: number, working: WorkingTime): number | null {
  let leftMs = minutes * MINUTE_MS
  for (let [day, looked] = [dayOf(at), 0]; looked < DAYS_LOOKED_AT; day = nextDay(day), looked++) {
    if (!working.isWorkingDay(day)) continue
    for (const { from, to } of working.shifts) {
      const start = Math.max(at, momentOf(day, from))
      const end = momentOf(day, to)
      if (start >= end) continue
      if (leftMs <= end - start) return start + leftMs
      leftMs -= end - start
    }
  }
  return null
}

const DAYS_LOOKED_AT = 366
