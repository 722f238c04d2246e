import { describe, expect, it } from 'vitest'
import type { SkillGroupId } from '@zhengna/contract/ids.ts'
import { momentOf } from '@zhengna/contract/domain/working-time.ts'
import { aLeaveMessage, anAppointment } from '../../../test/support/records.ts'
import { matchesAppointment, matchesLeaveMessage, pageOf, type AppointmentFilter, type LeaveMessageFilter } from './record-filter.ts'

describe('我的留言', () => {
  const message = aLeaveMessage(1, {
    number: 'LY2026120100001',
    type: 'complaint',
    state: 'answered',
    content: '办理 eTax 退税太慢',
    createdAt: momentOf('2026-12-01', '00:00'),
  })
  const matches = (filter: LeaveMessageFilter) => matchesLeaveMessage(filter, message)

  it('with no filter shows all', () => expect(matches({})).toBe(true))
  it('its number matches whole and exact, blanks around it aside', () => {
    expect(matches({ number: ' LY2026120100001 ' })).toBe(true)
    for (const number of ['LY202612010000', '2026120100001', 'ly2026120100001', 'LY20261201000011']) expect(matches({ number })).toBe(false)
  })
  it('a text matches in part, in capitals or not', () => {
    expect(matches({ content: '退税' })).toBe(true)
    expect(matches({ content: 'etax' })).toBe(true)
    expect(matches({ content: '退税快' })).toBe(false)
  })
  it('either day of a stretch belongs to it, as Beijing counts days', () => {
    expect(matches({ from: '2026-12-01', to: '2026-12-01' })).toBe(true)
    expect(matches({ from: '2026-12-02' })).toBe(false)
    expect(matches({ to: '2026-11-30' })).toBe(false)
  })
  it('filters hold alone and together', () => {
    expect(matches({ type: 'complaint', state: 'answered', content: '退税', from: '2026-11-30' })).toBe(true)
    expect(matches({ type: 'other' })).toBe(false)
    expect(matches({ state: 'waiting' })).toBe(false)
    expect(matches({ type: 'complaint', state: 'answered', content: '发票' })).toBe(false)
  })
})

describe('我的预约', () => {
  const appointment = anAppointment(1, { number: 'YY2026120100001', startsAt: momentOf('2026-12-02', '23:30'), matter: '想办理注销' })
  const matches = (filter: Omit<AppointmentFilter, 'origin'>) => matchesAppointment({ origin: 'own', ...filter }, appointment)

  it('我的发起 and 税局邀请 are apart', () => {
    expect(matches({})).toBe(true)
    expect(matchesAppointment({ origin: 'invited' }, appointment)).toBe(false)
  })
  it('its number matches whole and exact, 预约事项说明 in part', () => {
    expect(matches({ number: 'YY2026120100001', matter: '注销' })).toBe(true)
    expect(matches({ number: 'YY20261201' })).toBe(false)
    expect(matches({ matter: '变更' })).toBe(false)
  })
  it('the days are those of its half hour', () => {
    expect(matches({ from: '2026-12-02', to: '2026-12-02' })).toBe(true)
    expect(matches({ from: '2026-12-03' })).toBe(false)
  })
  it('services, ways and both states hold alone and together', () => {
    const serviceType = 'general' as SkillGroupId
    expect(matches({ serviceType, way: 'phone', state: 'booked', interaction: 'waiting' })).toBe(true)
    expect(matches({ serviceType: 'invoice' as SkillGroupId })).toBe(false)
    expect(matches({ way: 'online' })).toBe(false)
    expect(matches({ state: 'kept' })).toBe(false)
    expect(matches({ interaction: 'failed' })).toBe(false)
  })
  it('one that is not accepted yet has no 互动状态 to be found by', () => {
    const proposed = anAppointment(2, { origin: 'invited', state: 'proposed', interaction: null })
    expect(matchesAppointment({ origin: 'invited', interaction: 'waiting' }, proposed)).toBe(false)
    expect(matchesAppointment({ origin: 'invited' }, proposed)).toBe(true)
  })
})

it('pages are cut as the server cuts them', () => {
  const numbers = Array.from({ length: 25 }, (_, i) => i)
  expect(pageOf(numbers, {})).toEqual({ items: numbers.slice(0, 10), total: 25 })
  expect(pageOf(numbers, { page: 2, pageSize: 20 })).toEqual({ items: numbers.slice(20), total: 25 })
  expect(pageOf(numbers, { page: 9 }).items).toEqual([])
})
