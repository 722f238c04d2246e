import { dueDayOf, seasonsOf, type Season } from '@zhengna/answering/suggestion/filing-season.ts'
import { dayInBeijing } from '../../platform/clock.ts'
import type { Found, LookUp } from './look-up.ts'
import { dayInWords } from './wording.ts'

const DAY_MS = 86_400_000
const WEEKDAYS = '日一二三四五六'

export function readFiling({ now, asker, calendar }: LookUp): Found {
  const today = dayInBeijing(now)
  const due = dueDayOf(today, calendar)
  const next = dueDayOf(monthAfter(today), calendar)
  const said = `本月（${Number(today.slice(5, 7))} 月）的申报期限是 ${inFull(due, today)}`
  const left = (Date.parse(due) - Date.parse(today)) / DAY_MS
  const period =
    left > 0
      ? `${said}，还有 ${left} 天。`
      : left === 0
        ? `${said}，就是今天。`
        : `${said}，已经过了。还没有申报的，请尽快补办。下个月的申报期限是 ${inFull(next, today)}。`
  const isAnnounced = (left < 0 ? next : due).slice(0, 4) in calendar.dueDays
  const statutory = isAnnounced ? '' : '\n\n这是法定期限，最后一天是休息日的顺延，以当年公布的申报期限为准。'
  // Most people file nothing by the month: whoever pays them does.
  const person = isPersonOnly(asker.audiences)
    ? '\n\n这是按月、按季申报的期限。个人的工资薪金所得一般由扣缴义务人代为申报，您不需要按月申报。'
    : ''
  const open = seasonsOf(today, calendar)
    .filter((season) => !isEveryMonth(season))
    .map((season) => `- ${season.name}${untilOf(season, due, today)}`)
  const seasons = open.length > 0 ? `\n\n正在办理期内的事项：\n\n${open.join('\n')}` : ''
  return { text: `${period}${statutory}${person}${seasons}\n\n要申报哪些税种，以主管税务机关对您的税种认定为准。` }
}

const inFull = (day: string, today: string): string => `${dayInWords(day, today)}（星期${WEEKDAYS.charAt(new Date(day).getUTCDay())}）`

/** Its first day. */
function monthAfter(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
}

const isPersonOnly = (audiences: LookUp['asker']['audiences']): boolean =>
  audiences.includes('person') && !audiences.some((audience) => audience !== 'person' && audience !== 'everyone')

/** Said already. */
const isEveryMonth = ({ when }: Season): boolean => 'months' in when && when.months.length === 12

function untilOf({ when }: Season, due: string, today: string): string {
  if ('months' in when) return `：至 ${dayInWords(due, today)}`
  const year = Number(today.slice(0, 4))
  const isOverNewYear = when.from > when.to && today.slice(5) >= when.from
  return `：至 ${dayInWords(`${isOverNewYear ? year + 1 : year}-${when.to}`, today)}`
}
