import { afterEach, describe, expect, it } from 'vitest'
import { officialDay } from './official-days.ts'

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

describe('official working days', () => {
  it.each([
    ['2026-11-27', true, 'a Friday'],
    ['2026-11-28', false, 'a Saturday'],
    ['2026-10-01', false, '国庆节, a Thursday'],
    ['2026-10-10', true, 'a Saturday worked for 国庆节'],
    ['2026-02-14', true, 'a Saturday worked for 春节'],
    ['2026-02-23', false, '春节, a Monday'],
  ])('%s: %s (%s)', (day, isWorking) => {
    expect(officialDay(day)).toEqual({ isWorking, isOfficial: true })
  })

  it('a year without an arrangement is Monday to Friday, and says so', () => {
    expect(officialDay('2099-10-01')).toEqual({ isWorking: true, isOfficial: false })
    expect(officialDay('2099-10-03')).toEqual({ isWorking: false, isOfficial: false })
  })

  it.each(['America/Los_Angeles', 'Pacific/Kiritimati', 'UTC'])('are the same on a machine in %s', (elsewhere) => {
    process.env.TZ = elsewhere
    expect(officialDay('2026-10-01').isWorking).toBe(false)
    expect(officialDay('2026-10-10').isWorking).toBe(true)
    expect(officialDay('2026-10-09').isWorking).toBe(true)
  })
})
