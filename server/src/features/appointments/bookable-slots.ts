// Which half hours can be booked: of the next working days, within business hours, not within the next hour.
import { bookingLeadMs } from '@zhengna/contract/domain/appointment.ts'
import { dayOf, nextDay, slotsOf, workingDaysFrom, type WorkingTime } from '@zhengna/contract/domain/working-time.ts'

export interface Bookable {
  readonly working: WorkingTime
  readonly daysAhead: number
  readonly now: number
}

/** Days that have none left are not in it. */
export const bookableDays = ({ working, daysAhead, now }: Bookable): { day: string; starts: number[] }[] =>
  workingDaysFrom(dayOf(now), daysAhead, working)
    .map((day) => ({ day, starts: slotsOf(day, working).filter((startsAt) => startsAt >= now + bookingLeadMs) }))
    .filter(({ starts }) => starts.length > 0)

/** Why a half hour cannot be booked; null where it can. */
export function slotFault(startsAt: number, bookable: Bookable): string | null {
  const { working, daysAhead, now } = bookable
  if (startsAt < now) return '预约服务时间已过，请另选一个时间段。'
  if (startsAt < now + bookingLeadMs) return '需提前一个小时申请预约，请另选一个时间段。'
  const day = dayOf(startsAt)
  if (!slotsOf(day, working).includes(startsAt)) return '该时间不在工作日的办公时间内，请另选一个时间段。'
  const last = workingDaysFrom(dayOf(now), daysAhead, working).at(-1)
  return last === undefined || day >= nextDay(last) ? `只能预约 ${daysAhead} 个工作日内的时间段，请另选一个时间段。` : null
}
