// How times and other people's words stand in an answer.
import { dayInBeijing, momentInBeijing } from '../../platform/clock.ts'

/** 10:32, in Beijing. */
export const timeInBeijing = (atMs: number): string => momentInBeijing(atMs).slice(-5)

/** 11 月 5 日; with its year where that is another. `day` is YYYY-MM-DD. */
export function dayInWords(day: string, today: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year === Number(today.slice(0, 4)) ? '' : `${year} 年 `}${month} 月 ${date} 日`
}

/** 今天 09:05, or 11 月 5 日 09:05. */
export function momentInWords(atMs: number, nowMs: number): string {
  const [day, today] = [dayInBeijing(atMs), dayInBeijing(nowMs)]
  return `${day === today ? '今天' : dayInWords(day, today)} ${timeInBeijing(atMs)}`
}

/** Somebody's words in markdown, on one line: nothing in them is a mark. */
export const verbatim = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>~&]/g, '\\$&')
    .replace(/^[#+=-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
