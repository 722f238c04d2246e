import { describe, expect, it } from 'vitest'
import { afterWorkingMinutes, areShifts, dayOf, momentOf, slotsOf, workingDaysFrom, type WorkingTime } from './working-time.ts'

const isWeekday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
const office: WorkingTime = {
  shifts: [
    { from: '09:00', to: '12:00' },
    { from: '13:30', to: '17:00' },
  ],
  isWorkingDay: isWeekday,
}
const friday = '2026-11-27'
const saturday = '2026-11-28'
const monday = '2026-11-30'
const clock = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(11, 16)

describe('the half hours of a day', () => {
  it('fill both shifts and nothing between or beyond', () => {
    expect(slotsOf(friday, office).map(clock)).toEqual([
      '09:00',
      '09:30',
      '10:00',
      '10:30',
      '11:00',
      '11:30',
      '13:30',
      '14:00',
      '14:30',
      '15:00',
      '15:30',
      '16:00',
      '16:30',
    ])
  })

  it('there are none on a day off', () => {
    expect(slotsOf(saturday, office)).toEqual([])
  })
})

describe('working days', () => {
  it('leave out days off, and begin with the day itself where it is one', () => {
    expect(workingDaysFrom(friday, 3, office)).toEqual([friday, monday, '2026-12-01'])
    expect(workingDaysFrom(saturday, 1, office)).toEqual([monday])
  })

  it('of an office that never works there are none', () => {
    expect(workingDaysFrom(friday, 3, { ...office, isWorkingDay: () => false })).toEqual([])
  })
})

describe('working minutes', () => {
  it.each([
    ['within a shift', friday, '09:00', 60, friday, '10:00'],
    ['over the noon break', friday, '11:30', 60, friday, '14:00'],
    ['to the very end of a shift', friday, '11:00', 60, friday, '12:00'],
    ['over a weekend', friday, '16:30', 60, monday, '09:30'],
    ['from a day off', saturday, '10:00', 30, monday, '09:30'],
    ['from before the office opens', monday, '07:00', 30, monday, '09:30'],
    ['over days', friday, '09:00', 390 + 15, monday, '09:15'],
  ])('are counted %s', (_, day, time, minutes, dueDay, dueTime) => {
    expect(afterWorkingMinutes(momentOf(day, time), minutes, office)).toBe(momentOf(dueDay, dueTime))
  })

  it('never end where the office does not work', () => {
    expect(afterWorkingMinutes(momentOf(friday, '09:00'), 1, { ...office, shifts: [] })).toBeNull()
  })
})

it('a day is Beijing’s', () => {
  expect(dayOf(Date.parse('2026-11-26T15:59:59Z'))).toBe('2026-11-26')
  expect(dayOf(Date.parse('2026-11-26T16:00:00Z'))).toBe('2026-11-27')
})

it.each([
  [true, []],
  [true, office.shifts],
  [
    true,
    [
      { from: '09:00', to: '12:00' },
      { from: '12:00', to: '17:00' },
    ],
  ],
  [false, [{ from: '12:00', to: '09:00' }]],
  [
    false,
    [
      { from: '09:00', to: '12:00' },
      { from: '11:30', to: '17:00' },
    ],
  ],
  [
    false,
    [
      { from: '13:30', to: '17:00' },
      { from: '09:00', to: '12:00' },
    ],
  ],
])('whether they are shifts: %s for %j', (are, shifts) => {
  expect(areShifts(shifts)).toBe(are)
})
