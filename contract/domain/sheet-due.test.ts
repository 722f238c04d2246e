import { describe, expect, it } from 'vitest'
import { limits } from '../limits.ts'
import { dayAfter, dueAfterReturn, dueAtOf, dueDayFault, dueDayOf } from './sheet-due.ts'
import { momentOf } from './working-time.ts'

const now = momentOf('2026-11-27', '23:30')

describe('by when a sheet is handed in', () => {
  it('until the end of its day in Beijing', () => {
    expect(dueAtOf('2026-11-30')).toBe(momentOf('2026-12-01', '00:00'))
    expect(dueDayOf(dueAtOf('2026-11-30'))).toBe('2026-11-30')
  })
  it('whoever is asked again has three days at least', () => {
    const [soon, late] = [dueAtOf('2026-11-28'), dueAtOf('2026-12-20')]
    expect(dueDayOf(dueAfterReturn(soon, now))).toBe('2026-11-30')
    expect(dueAfterReturn(late, now)).toBe(late)
  })
  it.each([
    ['', '请选择'],
    ['2026-11-26', '早于今天'],
    [dayAfter(now, limits.sheetDueDaysMax + 1), '最长'],
  ])('%j is refused', (day, reason) => {
    expect(dueDayFault(day, now)).toMatchObject({ field: 'dueDay', reason: expect.stringContaining(reason) as string })
  })
  it.each(['2026-11-27', dayAfter(now, limits.sheetDueDaysMax)])('%s will do', (day) => {
    expect(dueDayFault(day, now)).toBeNull()
  })
})
