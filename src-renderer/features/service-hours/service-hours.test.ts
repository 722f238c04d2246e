// @vitest-environment happy-dom
import { weekdayNames, type CalendarDay, type OfficeCalendar, type Week } from '@zhengna/contract/domain/calendar.ts'
import type { OfficeId, SkillGroupId } from '@zhengna/contract/ids.ts'
import { ok, type Result } from '@zhengna/contract/result.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { installHost } from '../../host/index.ts'
import { createTexts, daysAfter, uiLocale, weekdayOf } from '../../ui/index.ts'
import { recordsLocale } from '../records/index.ts'
import { recordHost, refused, type RecordHost } from '../records/record-host.fixture.ts'
import { useSessionStore } from '../session/index.ts'
import { serviceHoursLocale } from './service-hours.locale.ts'
import ServiceHoursSection from './ServiceHoursSection.vue'

const standard: Week = weekdayNames.map(() => [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '17:00' },
])
const anOffice = (number: number, over: Partial<OfficeCalendar> = {}): OfficeCalendar => ({
  officeId: `office-${number}` as OfficeId,
  officeName: `第${number}税务分局`,
  week: standard,
  hasDefaultWeek: true,
  capacities: [{ serviceType: 'general' as SkillGroupId, serviceName: '综合服务', capacity: 2, isDefault: true }],
  ...over,
})
function daysOf(year: number, isOfficial: boolean): CalendarDay[] {
  const days: CalendarDay[] = []
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = daysAfter(day, 1))
    days.push({ day, isWorking: weekdayOf(day) < 5, isOfficial, holiday: '', isOverridden: false, note: '' })
  return days
}

let host: RecordHost
beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-27T10:00:00+08:00'), toFake: ['Date'] }))
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

async function open({ role = 'admin', offices = [anOffice(1), anOffice(2)] } = {}) {
  const years = new Map([2026, 2027].map((year) => [year, daysOf(year, year === 2026)]))
  host = recordHost({
    'hours.listOffices': () => ok({ offices }),
    'hours.listDays': ({ query }: { query: { year: number } }) => ok({ days: years.get(query.year) }),
    'hours.setWeek': ({ params, body }: { params: { officeId: string }; body: { week: Week | null } }) =>
      ok({
        office: {
          ...offices.find(({ officeId }) => officeId === params.officeId),
          week: body.week ?? standard,
          hasDefaultWeek: !body.week,
        },
      }),
    'hours.setCapacity': ({ body }: { body: { capacity: number } }) =>
      ok({ office: anOffice(1, { capacities: [{ ...anOffice(1).capacities[0]!, capacity: body.capacity, isDefault: false }] }) }),
    'hours.setDays': () => ok({ days: [] }),
    'hours.listOutages': () => ok({ items: [], total: 0 }),
    'hours.declareOutage': () => ok({ outage: {} }),
    'hours.listChanges': () => ok({ items: [], total: 0 }),
  })
  installHost(host)
  const pinia = createPinia()
  setActivePinia(pinia)
  useSessionStore().view = { status: 'signed-in', person: { id: 'p', role } } as never
  const section = mount(ServiceHoursSection, {
    global: { plugins: [pinia, createTexts(uiLocale, recordsLocale, serviceHoursLocale)] },
    attachTo: document.body,
  })
  await flushPromises()
  const press = async (text: string) => {
    await section
      .findAll('button')
      .find((button) => button.text() === text || button.attributes('aria-label') === text)!
      .trigger('click')
    await flushPromises()
  }
  return {
    section,
    press,
    choose: (label: string, value: string) => section.get(`select[aria-label="${label}"]`).setValue(value),
    has: (text: string) => section.findAll('button').some((button) => button.text() === text),
    async submit(form: string) {
      await section.get(form).trigger('submit')
      await flushPromises()
    },
  }
}
const answerOnce = (name: string, first: Result<unknown>, then: Result<unknown>): void => {
  let isFirst = true
  host.answer(name, () => {
    const said = isFirst ? first : then
    isFirst = false
    return said
  })
}

describe('办公时间', () => {
  test('a shift is changed, added and taken away; saved, all of the week goes to the server', async () => {
    const { section, press, choose, submit } = await open()
    expect(section.findAll('[role=group][aria-label="星期一"] select')).toHaveLength(4)
    await choose('星期一第 2 个时段结束', '18:00')
    await press('星期五添加时段')
    await press('删除星期二第 2 个时段')
    await submit('form.week')
    const { params, body } = host.last('hours.setWeek') as { params: object; body: { week: Week } }
    expect(params).toEqual({ officeId: 'office-1' })
    expect(body.week[0]?.[1]).toEqual({ from: '13:30', to: '18:00' })
    expect(body.week[1]).toHaveLength(1)
    expect(body.week[4]?.[2]).toEqual({ from: '18:30', to: '21:30' })
  })

  test('a shift that ends before it began is said at its day, and is not sent', async () => {
    const { section, choose, submit } = await open()
    await choose('星期三第 1 个时段结束', '08:00')
    expect(section.get('[role=group][aria-label="星期三"] [role=alert]').text()).toBe('结束时间须晚于开始时间')
    await submit('form.week')
    expect(host.last('hours.setWeek')).toBeUndefined()
  })

  test('where it closes what is booked it says how many first, and goes out with that number', async () => {
    const { section, choose, submit, press } = await open()
    answerOnce('hours.setWeek', refused('CALENDAR_BOOKED', { count: 3 }), ok({ office: anOffice(1) }))
    await choose('星期一第 2 个时段结束', '15:00')
    await submit('form.week')
    expect(section.get('form [role=alert]').text()).toContain('已有 3 个预约')
    await press('仍要保存')
    await submit('form.week')
    expect(host.last('hours.setWeek')).toMatchObject({ body: { acceptedBookings: 3 } })
  })

  test('of another office are chosen; what is typed for the first is there when one comes back', async () => {
    const { section, choose } = await open()
    await choose('星期一第 1 个时段开始', '08:30')
    await choose('税务机构', 'office-2')
    const first = () => section.get('select[aria-label="星期一第 1 个时段开始"]').element as HTMLSelectElement
    expect(first().value).toBe('09:00')
    await choose('税务机构', 'office-1')
    expect(first().value).toBe('08:30')
  })

  test('星期一 is applied to the four days after it', async () => {
    const { press, submit } = await open()
    await press('删除星期一第 2 个时段')
    await press('星期一应用到星期二至星期五')
    await submit('form.week')
    const { week } = (host.last('hours.setWeek') as { body: { week: Week } }).body
    expect(week.map((shifts) => shifts.length)).toEqual([1, 1, 1, 1, 1, 2, 2])
  })
})

test('预约容量 is saved a service at a time', async () => {
  const { section, press, submit } = await open()
  await press('预约容量')
  await section.get('input[aria-label="综合服务每半小时的预约数"]').setValue('5')
  await section.get('input[aria-label="综合服务每半小时的预约数"]').trigger('change')
  await submit('form.row')
  expect(host.last('hours.setCapacity')).toEqual({ params: { officeId: 'office-1', serviceType: 'general' }, body: { capacity: 5 } })
})

describe('工作日历', () => {
  test('a year whose arrangement is not known is warned of on every part, and leads to its calendar', async () => {
    const { section, press } = await open()
    expect(section.get('[role=note]').text()).toContain('2027 年的放假调休安排本程序尚不知道')
    await press('设置 2027 年的工作日历')
    expect(section.text()).toContain('2027 年 1 月')
    expect(section.get('[role=note]').text()).toContain('星期一至星期五上班')
  })

  test('a day is made free with a note', async () => {
    const { section, press, submit } = await open()
    await press('工作日历')
    await section.get('[data-day="2026-11-30"]').trigger('click')
    await section.get('dialog input[maxlength]').setValue('系统检修')
    await submit('#days-form')
    expect(host.last('hours.setDays')).toEqual({ body: { from: '2026-11-30', to: '2026-11-30', isWorking: false, note: '系统检修' } })
    expect(section.find('dialog').exists()).toBe(false)
  })

  test('what the server refuses is said at the day it names', async () => {
    const { section, press, submit } = await open()
    host.answer('hours.setDays', () => refused('CALENDAR_INVALID', { field: 'to', reason: '一次最多设置 62 天。' }))
    await press('工作日历')
    await section.get('[data-day="2026-11-30"]').trigger('click')
    await submit('#days-form')
    expect(section.get('[data-field=to] [role=alert]').text()).toBe('一次最多设置 62 天。')
  })
})

test('停机 that is announced goes out as two moments in Beijing', async () => {
  const { press, submit } = await open()
  await press('停机维护')
  await press('登记停机')
  await submit('#outage-form')
  expect(host.last('hours.declareOutage')).toMatchObject({
    body: { startedAt: Date.parse('2026-11-28T20:00:00+08:00'), endedAt: Date.parse('2026-11-28T23:00:00+08:00') },
  })
})

test('a supervisor sees their office and changes nothing', async () => {
  const { section, press, has } = await open({ role: 'supervisor', offices: [anOffice(1)] })
  expect(section.text()).toContain('第1税务分局')
  expect(section.text()).toContain('09:00–12:00')
  expect(section.find('select').exists()).toBe(false)
  expect(has('保存')).toBe(false)
  await press('预约容量')
  expect(section.text()).toContain('2 个 / 半小时')
  await press('工作日历')
  expect(section.find('button[data-day]').exists()).toBe(false)
  await press('停机维护')
  expect(has('登记停机')).toBe(false)
})

test('where the hours cannot be read it says why, and reads them again', async () => {
  host = recordHost({})
  installHost(host)
  const pinia = createPinia()
  setActivePinia(pinia)
  const section = mount(ServiceHoursSection, { global: { plugins: [pinia, createTexts(uiLocale, recordsLocale, serviceHoursLocale)] } })
  await flushPromises()
  expect(section.get('[role=alert]').text()).toContain('当前未连接到服务')
  host.answer('hours.listOffices', () => ok({ offices: [anOffice(1)] }))
  await section.get('[role=alert] button').trigger('click')
  await flushPromises()
  expect(section.findAll('[role=group][aria-label^="星期"]')).toHaveLength(7)
})
