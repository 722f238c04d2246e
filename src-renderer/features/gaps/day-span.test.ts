// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { isSpan, weekBefore, weekOf } from './day-span.ts'

describe('a week', () => {
  test.each(['2026-11-23', '2026-11-26', '2026-11-29'])('of %s is Monday to Sunday', (day) => {
    expect(weekOf(day)).toEqual({ from: '2026-11-23', to: '2026-11-29' })
  })

  test('may begin in another year', () => {
    expect(weekOf('2027-01-01')).toEqual({ from: '2026-12-28', to: '2027-01-03' })
    expect(weekBefore('2027-01-05')).toEqual({ from: '2026-12-28', to: '2027-01-03' })
  })
})

test('a span has both its days, in their order', () => {
  expect(isSpan({ from: '2026-11-23', to: '2026-11-23' })).toBe(true)
  expect(isSpan({ from: '2026-11-24', to: '2026-11-23' })).toBe(false)
  expect(isSpan({ from: '', to: '2026-11-23' })).toBe(false)
})
