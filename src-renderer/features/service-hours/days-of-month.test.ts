import { expect, test } from 'vitest'
import { monthAfter, weeksOfMonth } from './days-of-month.ts'

test('a month has all its days in weeks from Monday, and none of another month', () => {
  const weeks = weeksOfMonth('2026-11')
  expect(weeks.flat().filter((day) => day !== null)).toHaveLength(30)
  expect(weeks.every((week) => week.length === 7)).toBe(true)
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01'])
  expect(weeks.at(-1)?.[0]).toBe('2026-11-30')
})

test('a month that begins on a Monday and ends on a Sunday has four weeks', () => {
  expect(weeksOfMonth('2027-02')).toHaveLength(4)
})

test('months go on over the end of a year, either way', () => {
  expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1)]).toEqual(['2027-01', '2025-12'])
})
