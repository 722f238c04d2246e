import { expect, test } from 'vitest'
import { curve, durationText, percentText } from './figures.ts'

test('a rate of nothing is no rate', () => {
  expect(percentText({ met: 0, of: 0 })).toBe('—')
  expect(percentText({ met: 2, of: 3 })).toBe('66%')
})

test('stretches of time are in the largest units that say something', () => {
  expect([null, 41_000, 125_000, 3_780_000].map(durationText)).toEqual(['—', '41 秒', '2 分 05 秒', '1 小时 03 分'])
})

test('a curve goes from the bottom left to the highest value at the top, and jumps over gaps', () => {
  expect(curve([0, null, 10], 100, 20)).toBe('0.0,20.0 100.0,0.0')
  expect(curve([5], 100, 20)).toBeNull()
})
