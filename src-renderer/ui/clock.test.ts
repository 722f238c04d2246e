import { describe, expect, test } from 'vitest'
import { clockTime, dayName, shortMoment, stopwatch } from './clock.ts'

const at = (...parts: [number, number, number, number, number]) => new Date(...parts).getTime()
const now = at(2026, 10, 23, 9, 5)

describe('how time is written', () => {
  test('a clock time has two digits on both sides', () => expect(clockTime(now)).toBe('09:05'))

  test.each([
    ['今天', at(2026, 10, 23, 0, 1)],
    ['昨天', at(2026, 10, 22, 23, 59)],
    ['11月1日 星期日', at(2026, 10, 1, 12, 0)],
    ['2025年12月31日 星期三', at(2025, 11, 31, 12, 0)],
  ])('a day is called %s', (name, moment) => expect(dayName(moment, now)).toBe(name))

  test.each([
    ['00:01', at(2026, 10, 23, 0, 1)],
    ['昨天', at(2026, 10, 22, 23, 59)],
    ['11月1日', at(2026, 10, 1, 12, 0)],
  ])('in a list a moment is %s', (name, moment) => expect(shortMoment(moment, now)).toBe(name))

  test.each([
    [-5, '00:00'],
    [41_900, '00:41'],
    [725_000, '12:05'],
    [3_723_000, '1:02:03'],
  ])('%i ms have passed as %s', (elapsedMs, text) => expect(stopwatch(elapsedMs)).toBe(text))
})
