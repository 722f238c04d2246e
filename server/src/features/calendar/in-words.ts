// The service hours as the history tells them.
import { weekdayNames, type Week } from '@zhengna/contract/domain/calendar.ts'
import type { Shift } from '@zhengna/contract/domain/working-time.ts'
import { momentInBeijing } from '../../platform/clock.ts'
import type { Stretch } from './outages.store.ts'

const shiftsInWords = (shifts: readonly Shift[]): string =>
  shifts.length === 0 ? '不办公' : shifts.map(({ from, to }) => `${from}–${to}`).join('、')

/** Neighbouring days with the same hours together: 星期一至星期五 09:00–12:00；星期六至星期日 不办公. null: the program's own. */
export function weekInWords(week: Week | null): string {
  if (week === null) return '默认'
  const stretches: { first: string; last: string; hours: string }[] = []
  for (const [place, name] of weekdayNames.entries()) {
    const hours = shiftsInWords(week[place] ?? [])
    const before = stretches.at(-1)
    if (before?.hours === hours) before.last = name
    else stretches.push({ first: name, last: name, hours })
  }
  return stretches.map(({ first, last, hours }) => `${first === last ? first : `${first}至${last}`} ${hours}`).join('；')
}

/** null: the setting's. */
export function capacityInWords(capacity: number | null): string {
  if (capacity === null) return '默认'
  return capacity === 0 ? '不开放预约' : `每半小时 ${capacity} 个`
}

/** null: as the official calendar has it. */
export const dayInWords = (isWorking: boolean | null, note = ''): string =>
  `${isWorking === null ? '按官方日历' : isWorking ? '上班' : '休息'}${note ? `（${note}）` : ''}`

export const daysInWords = (from: string, to: string): string => (from === to ? from : `${from} 至 ${to}`)

export const outageInWords = ({ started_at, ended_at, note }: Stretch & { note: string }): string =>
  `${momentInBeijing(started_at)} 至 ${momentInBeijing(ended_at)}${note ? `（${note}）` : ''}`
