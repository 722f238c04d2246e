// What administrators typed, read and refused field by field: CALENDAR_INVALID names the field and says why.
import { weekdayNames, type OutageDraft, type Week } from '@zhengna/contract/domain/calendar.ts'
import { shiftFault } from '@zhengna/contract/domain/working-time.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import { limits } from '@zhengna/contract/limits.ts'

const DAY_MS = 24 * 3_600_000
const invalid = (field: string, reason: string): DomainError => new DomainError('CALENDAR_INVALID', { field, reason })

export function readWeek(week: Week): void {
  for (const [weekday, shifts] of week.entries()) {
    const found = shiftFault(shifts)
    if (!found) continue
    const name = weekdayNames[weekday] ?? ''
    const reason = found.fault === 'empty' ? '结束时间须晚于开始时间。' : '开始时间不能早于上一时段的结束时间。'
    throw invalid(`${weekday}.${found.place}`, `${name}：${reason}`)
  }
}

export function readDays(from: string, to: string): void {
  if (!isDay(from)) throw invalid('from', '没有这一天，请重新选择。')
  if (!isDay(to)) throw invalid('to', '没有这一天，请重新选择。')
  if (to < from) throw invalid('to', '结束日期不能早于开始日期。')
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1
  if (days > limits.calendarDaysMax) throw invalid('to', `一次最多设置 ${limits.calendarDaysMax} 天。`)
}

export function readOutage(draft: Omit<OutageDraft, 'acceptedBookings'>, now: number): typeof draft {
  if (draft.endedAt <= draft.startedAt) throw invalid('endedAt', '结束时间须晚于开始时间。')
  if (draft.endedAt <= now) throw invalid('endedAt', '停机的结束时间已过；已经过去的停机由服务自动记录。')
  return draft
}

/** 2026-02-30 has the form of a day and is none. */
function isDay(day: string): boolean {
  const moment = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day)
}
