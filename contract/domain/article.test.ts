import { describe, expect, it } from 'vitest'
import { isInForce } from './article.ts'

const year = { from: '2026-01-01', to: '2026-12-31' }

describe('in force', () => {
  it.each([
    ['the day before the first', year, '2025-12-31', false],
    ['the first day', year, '2026-01-01', true],
    ['the last day', year, '2026-12-31', true],
    ['the day after the last', year, '2027-01-01', false],
    ['any later day where no end is known', { from: '2026-01-01', to: null }, '2099-01-01', true],
    ['the only day of a rule of one day', { from: '2026-03-01', to: '2026-03-01' }, '2026-03-01', true],
    ['a leap day inside', { from: '2028-02-01', to: '2028-02-29' }, '2028-02-29', true],
  ])('%s', (_, effective, day, expected) => expect(isInForce(effective, day)).toBe(expected))
})
