import { expect, it } from 'vitest'
import { liftOn, type FilingCalendar } from './filing-season.ts'

const calendar: FilingCalendar = {
  dueDays: { '2026': [20, 24, 16, 20, 22, 15, 15, 17, 15, 26, 16, 15] },
  seasons: [
    { name: '每月', when: { months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] }, topics: ['vat'] },
    { name: '季度', when: { months: [1, 4, 7, 10] }, topics: ['vat', 'cit'] },
    { name: '汇算', when: { from: '03-01', to: '06-30' }, topics: ['iit'] },
    { name: '年终', when: { from: '12-15', to: '01-15' }, topics: ['bonus'] },
  ],
}
const lift = (day: string, topic: string): number => liftOn(day, calendar)(topic)

it.each([
  ['2026-10-01', 1],
  ['2026-10-26', 1],
  ['2026-10-27', 0],
  ['2026-11-10', 0],
])('a filing period lasts from the first to its due day, in quarter months alone: %s', (day, lifts) => {
  expect(lift(day, 'cit')).toBe(lifts)
})

it('two seasons at once lift a topic twice', () => {
  expect([lift('2026-10-10', 'vat'), lift('2026-11-10', 'vat')]).toEqual([2, 1])
})

it('where no notice has set a due day it is the fifteenth', () => {
  expect([lift('2031-10-15', 'cit'), lift('2031-10-16', 'cit')]).toEqual([1, 0])
})

it('both ends of a span belong to it', () => {
  expect(['02-28', '03-01', '06-30', '07-01'].map((day) => lift(`2027-${day}`, 'iit'))).toEqual([0, 1, 1, 0])
})

it('a span may run over New Year', () => {
  expect(['2026-12-14', '2026-12-31', '2027-01-15', '2027-01-16'].map((day) => lift(day, 'bonus'))).toEqual([0, 1, 1, 0])
})

it('a topic of no season is not lifted', () => {
  expect(lift('2026-10-10', 'other')).toBe(0)
})
