// @vitest-environment happy-dom
import type { DeskAppointment } from '@zhengna/contract/domain/appointment-record.ts'
import type { AppointmentId, OfficeId, SkillGroupId } from '@zhengna/contract/ids.ts'
import { momentOf } from '@zhengna/contract/domain/working-time.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { installHost } from '../../../host/index.ts'
import { createTexts, uiLocale } from '../../../ui/index.ts'
import { fakeHost } from '../../chat/chat.fixture.ts'
import { recordsLocale } from '../../records/index.ts'
import { useSessionStore } from '../../session/index.ts'
import { appointmentDeskLocale } from './appointment-desk.locale.ts'
import AppointmentDeskPage from './AppointmentDeskPage.vue'
import { weekOf } from './week.ts'

const day = '2026-12-01'
const slot = momentOf(day, '10:00')
const idOf = (number: number): AppointmentId => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}` as AppointmentId
const atDesk = (number: number, over: Partial<DeskAppointment> = {}): DeskAppointment => ({
  id: idOf(number),
  number: `YY20261127000${number}`,
  origin: 'own',
  serviceType: 'general' as SkillGroupId,
  serviceName: '综合服务',
  way: 'online',
  officeId: 'demo-office-1' as OfficeId,
  officeName: '国家税务总局演示市税务局',
  startsAt: slot,
  matter: '咨询汇算清缴',
  state: 'booked',
  interaction: 'waiting',
  createdAt: 1,
  changedAt: 1,
  phone: null,
  attachments: [],
  agentNumber: null,
  conversationId: null,
  steps: [{ at: 1, kind: 'book', agentNumber: null, text: '' }],
  taxpayer: {
    id: 'nsr001',
    name: '演示商贸有限公司',
    taxpayer: { taxpayerNumber: '910***********0018' },
  } as unknown as DeskAppointment['taxpayer'],
  ...over,
})

async function pageWith(appointments: readonly DeskAppointment[], { openId = '', role = 'agent' } = {}) {
  let held = [...appointments]
  const become =
    (over: Partial<DeskAppointment>) =>
    ({ params: { appointmentId } }: { params: { appointmentId: string } }) => {
      held = held.map((one) => (one.id === appointmentId ? { ...one, ...over } : one))
      return { appointment: held.find(({ id }) => id === appointmentId) }
    }
  const host = fakeHost({
    'agenda.list': () => ({
      appointments: held.map((one) => ({ ...one, taxpayerName: one.taxpayer.name, taxpayerNumber: '910***********0018' })),
      load: [{ startsAt: slot, serviceType: 'general', taken: 1, capacity: 2 }],
    }),
    'agenda.get': ({ params }: { params: { appointmentId: string } }) => ({
      appointment: held.find(({ id }) => id === params.appointmentId),
    }),
    'agenda.invite': become({ interaction: 'ongoing', agentNumber: '1001' }),
    'agenda.answered': become({ state: 'kept', interaction: 'ongoing' }),
    'agenda.finish': become({ state: 'kept', interaction: 'done' }),
    'agenda.breakOff': become({ state: 'kept', interaction: 'failed' }),
    'agenda.unfinished': () => ({
      appointments: held
        .filter(
          ({ way, interaction, steps }) => way === 'phone' && interaction === 'ongoing' && steps.some(({ kind }) => kind === 'ask-end'),
        )
        .map((one) => ({ ...one, taxpayerName: one.taxpayer.name, taxpayerNumber: '' })),
    }),
  })
  installHost(host)
  const pinia = createPinia()
  setActivePinia(pinia)
  useSessionStore().view = { status: 'signed-in', person: { id: 'zx001', role } } as never
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: AppointmentDeskPage }] })
  await router.push(openId ? `/?id=${openId}` : '/')
  const page = mount(AppointmentDeskPage, {
    global: { plugins: [pinia, router, createTexts(uiLocale, recordsLocale, appointmentDeskLocale)] },
    attachTo: document.body,
  })
  await flushPromises()
  const button = (text: string) => page.findAll('.buttons button').find((one) => one.text() === text)
  const press = async (text: string) => {
    await button(text)!.trigger('click')
    await flushPromises()
  }
  return { page, host, button, press }
}

describe('预约日历', () => {
  beforeEach(() => vi.useFakeTimers({ now: slot - 60_000, toFake: ['Date'] }))
  afterEach(() => {
    vi.useRealTimers()
    document.body.innerHTML = ''
  })

  test('a week goes from Monday to Sunday', () => {
    expect(weekOf('2026-12-01')).toEqual(['30', '01', '02', '03', '04', '05', '06'].map((d, i) => `2026-1${i === 0 ? 1 : 2}-${d}`))
    expect(weekOf('2026-12-06')[0]).toBe('2026-11-30')
  })

  test('shows the day’s half hours with who comes, and how full they are', async () => {
    const { page, host } = await pageWith([atDesk(1)])
    expect(host.asked.find(({ name }) => name === 'agenda.list')).toEqual({
      name: 'agenda.list',
      params: { query: { from: '2026-11-30', to: '2026-12-06' } },
    })
    expect(page.get('.day.chosen').text()).toContain('1 个预约')
    expect(page.get('.slot').text()).toContain('10:00')
    expect(page.get('.slot').text()).toContain('综合服务 已约 1/2')
    expect(page.get('[data-appointment]').text()).toContain('演示商贸有限公司')
  })

  test('before its half hour nobody can be invited, and why is said', async () => {
    const { page, button } = await pageWith([atDesk(1)], { openId: idOf(1) })
    expect(button('发起互动')!.attributes('disabled')).toBeDefined()
    expect(page.text()).toContain('在预约的时间段内可以发起互动')
  })

  test('within it the taxpayer is invited, and can be invited again until they come', async () => {
    vi.setSystemTime(slot + 60_000)
    const { button, press, page } = await pageWith([atDesk(1)], { openId: idOf(1) })
    await press('发起互动')
    expect(page.get('.detail .head').text()).toContain('互动中')
    expect(button('再次邀请')).toBeDefined()
  })

  test('by phone the agent dials, says that it was answered, and that it is over', async () => {
    vi.setSystemTime(slot + 60_000)
    const { button, press, page } = await pageWith([atDesk(1, { way: 'phone', phone: '13800000001' })], { openId: idOf(1) })
    expect(page.text()).toContain('13800000001')
    expect(button('已接通')).toBeUndefined()
    await press('拨打电话')
    await press('已接通')
    await press('办结')
    expect(page.get('.detail .head').text()).toContain('已办结')
    expect(page.findAll('.buttons button')).toHaveLength(0)
  })

  const forgotten = () =>
    atDesk(1, {
      way: 'phone',
      phone: '13800000001',
      state: 'kept',
      interaction: 'ongoing',
      steps: [{ at: 1, kind: 'ask-end', agentNumber: null, text: '' }],
    })

  test('a call of which nobody said how it ended stands above the week until somebody says', async () => {
    const { page } = await pageWith([forgotten()])
    expect(page.get('.calls').text()).toContain('1 个通话还没有登记结果')
    await page.get('[data-unfinished]').trigger('click')
    await flushPromises()
    expect(page.findAll('.buttons button').map((button) => button.text())).toEqual(['办结', '未办成'])
  })

  test('a supervisor closes what an agent forgot', async () => {
    const { page, host } = await pageWith([forgotten()], { openId: idOf(1), role: 'supervisor' })
    await page
      .findAll('.buttons button')
      .find((button) => button.text() === '办结')!
      .trigger('click')
    await flushPromises()
    expect(host.asked.some(({ name }) => name === 'agenda.finish')).toBe(true)
    expect(page.findAll('.buttons button')).toHaveLength(0)
  })

  test('a supervisor sees all and does nothing', async () => {
    vi.setSystemTime(slot + 60_000)
    const { page } = await pageWith([atDesk(1)], { openId: idOf(1), role: 'supervisor' })
    expect(page.findAll('.buttons button')).toHaveLength(0)
  })

  test('a day with none says so', async () => {
    const { page } = await pageWith([])
    await page.findAll('.day')[3]!.trigger('click')
    await flushPromises()
    expect(page.text()).toContain('这一天没有预约')
  })
})
