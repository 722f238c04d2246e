// @vitest-environment happy-dom
import { slotMs } from '@zhengna/contract/domain/appointment.ts'
import type { SlotDay } from '@zhengna/contract/domain/appointment-record.ts'
import { dayOf, momentOf } from '@zhengna/contract/domain/working-time.ts'
import { ok } from '@zhengna/contract/result.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { installHost } from '../../host/index.ts'
import { attachmentsLocale } from '../attachments/index.ts'
import { createTexts, uiLocale } from '../../ui/index.ts'
import { recordsLocale, slotText, timeOf } from '../records/index.ts'
import { recordHost, refused, seen, type RecordHost } from '../records/record-host.fixture.ts'
import { anAppointment, idOf } from '../records/record.fixture.ts'
import { appointmentsLocale } from './appointments.locale.ts'
import AppointmentForm from './AppointmentForm.vue'

/** Half hours of one day that are all far enough off, and one of now that is not. */
const now = momentOf('2026-11-27', '08:50')
const tooSoon = Math.ceil(now / slotMs) * slotMs
const first = momentOf('2026-11-30', '10:00')
const [second, full] = [first + slotMs, first + 2 * slotMs]
function daysWith(left: Record<number, number>, awaited: readonly number[] = []): SlotDay[] {
  const slots = [tooSoon, first, second, full].map((startsAt) => ({
    startsAt,
    left: left[startsAt] ?? 3,
    isAwaited: awaited.includes(startsAt),
  }))
  return [...Map.groupBy(slots, ({ startsAt }) => dayOf(startsAt))].map(([day, ofDay]) => ({ day, slots: ofDay }))
}

beforeEach(() => vi.useFakeTimers({ now, toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

let host: RecordHost
async function open({ fields = null as object | null, days = daysWith({ [full]: 0 }) } = {}) {
  host = recordHost({
    'records.appointmentForm': () =>
      seen({
        services: [
          { id: 'general', name: '综合服务' },
          { id: 'invoice', name: '发票' },
        ],
        officeName: '示范税务局',
        phone: '13800000001',
      }),
    'records.appointmentDraft': () => ok({ id: idOf(800), fields }),
    'records.saveAppointmentDraft': () => ok(null),
    'records.listSlots': () => ok({ days }),
    'records.awaitSlot': () => ok({ isAwaited: true }),
    'records.bookAppointment': () => ok({ appointment: anAppointment(1) }),
  })
  installHost(host)
  const form = mount(AppointmentForm, {
    global: { plugins: [createPinia(), createTexts(uiLocale, attachmentsLocale, recordsLocale, appointmentsLocale)] },
    attachTo: document.body,
  })
  await flushPromises()
  const slot = (startsAt: number) => form.findAll('.slot').find((one) => one.text().startsWith(timeOf(startsAt)))
  const dialog = () => form.find('dialog')
  return {
    form,
    slot,
    dialog,
    row: (name: string) => form.get(`[data-field=${name}]`),
    has: (name: string) => form.find(`[data-field=${name}]`).exists(),
    fault: (name: string) => (form.element as HTMLElement).querySelector(`[data-field=${name}] [role=alert]`)?.textContent ?? '',
    async submit() {
      await form.get('form').trigger('submit')
      await flushPromises()
    },
    async press(text: string) {
      await dialog()
        .findAll('button')
        .find((button) => button.text() === text)!
        .trigger('click')
      await flushPromises()
    },
    sent: () => (host.last('records.bookAppointment') as { body: Record<string, unknown> } | undefined)?.body,
  }
}
type Form = Awaited<ReturnType<typeof open>>
async function fill(form: Form): Promise<void> {
  await form.row('way').get('input[value=phone]').setValue(true)
  await form.slot(first)!.trigger('click')
  await form.row('matter').get('textarea').setValue(' 办理注销 ')
}

test('综合服务 is the default, the unit is one’s own office, and what is missing is said at each field', async () => {
  const form = await open()
  expect((form.row('serviceType').get('select').element as HTMLSelectElement).value).toBe('general')
  const office = form.row('office').get('input').element as HTMLInputElement
  expect([office.value, office.readOnly]).toEqual(['示范税务局', true])
  await form.submit()
  expect([form.fault('way'), form.fault('startsAt'), form.fault('matter')]).toEqual([
    '请选择预约互动方式。',
    '请选择预约服务时间。',
    '请填写预约事项说明。',
  ])
  expect(document.activeElement).toBe(form.row('way').get('input').element)
  expect(form.dialog().exists()).toBe(false)
})

test('电话 asks for a telephone, filled in and to be changed; 线上互动 does not', async () => {
  const form = await open()
  await fill(form)
  const phone = form.row('phone').get('input')
  expect((phone.element as HTMLInputElement).value).toBe('13800000001')
  await phone.setValue('123')
  await form.submit()
  expect(form.fault('phone')).toBe('手机号码不正确，请填写 11 位手机号码。')
  await form.row('way').get('input[value=online]').setValue(true)
  expect(form.has('phone')).toBe(false)
  await form.submit()
  await form.press('确认')
  expect(form.sent()).toMatchObject({ way: 'online', phone: null })
})

test('each half hour says how many places are left; none within the next hour is offered', async () => {
  const form = await open()
  expect(form.slot(first)?.text()).toContain('余 3')
  expect(form.slot(tooSoon)).toBeUndefined()
})

test('a full one cannot be chosen, but can be awaited', async () => {
  const form = await open()
  expect(form.slot(full)?.text()).toContain('约满')
  await form.slot(full)!.trigger('click')
  await flushPromises()
  expect(host.last('records.awaitSlot')).toEqual({ body: { serviceType: 'general', startsAt: full, isAwaited: true } })
  await form.submit()
  expect(form.fault('startsAt')).toBe('请选择预约服务时间。')
})

test('【提交】 shows all values once more, and books nothing before 【确认】', async () => {
  const form = await open()
  await fill(form)
  await form.submit()
  for (const value of ['综合服务', '电话', '示范税务局', slotText(first), '13800000001', '办理注销'])
    expect(form.dialog().text()).toContain(value)
  expect(form.sent()).toBeUndefined()
  await form.press('取消')
  expect(form.dialog().exists()).toBe(false)
  await form.submit()
  await form.press('确认')
  expect(form.sent()).toMatchObject({
    id: idOf(800),
    serviceType: 'general',
    way: 'phone',
    startsAt: first,
    matter: '办理注销',
    phone: '13800000001',
  })
  expect(form.dialog().text()).toContain('预约提示')
  expect(form.dialog().text()).toContain('YY20261201000001')
})

test('a slot that filled meanwhile asks for a fresh choice; everything else is kept', async () => {
  const form = await open()
  await fill(form)
  await form.submit()
  host.answer('records.bookAppointment', () => refused('SLOT_TAKEN'))
  host.answer('records.listSlots', () => ok({ days: daysWith({ [first]: 0, [full]: 0 }) }))
  await form.press('确认')
  expect(form.dialog().exists()).toBe(false)
  expect(form.fault('startsAt')).toBe('该时间段刚刚约满，请另选一个时间段。')
  expect(form.slot(first)?.text()).toContain('约满')
  expect((form.row('matter').get('textarea').element as HTMLTextAreaElement).value).toBe(' 办理注销 ')
  await form.slot(second)!.trigger('click')
  expect(form.fault('startsAt')).toBe('')
  host.answer('records.bookAppointment', () => ok({ appointment: anAppointment(1) }))
  await form.submit()
  await form.press('确认')
  expect(form.sent()).toMatchObject({ id: idOf(800), startsAt: second })
})

test('with no line the confirmation stays, says that nothing is lost, and tries again under the same id', async () => {
  const form = await open()
  await fill(form)
  await form.submit()
  host.answer('records.bookAppointment', () => refused('HOST_OFFLINE'))
  await form.press('确认')
  expect(form.dialog().text()).toContain('您填写的内容已保存在本机')
  host.answer('records.bookAppointment', () => ok({ appointment: anAppointment(1) }))
  await form.press('重试')
  expect(form.dialog().text()).toContain('预约提示')
})

test('a slot that was kept and is too soon by now is refused before it is sent', async () => {
  const fields = { serviceType: null, way: 'online', startsAt: tooSoon, matter: '注销', phone: null }
  const form = await open({ fields })
  await form.submit()
  expect(form.fault('startsAt')).toBe('需提前一个小时预约，请另选一个时间段。')
})

test('another service has other places: they are asked for, and the half hour is chosen anew', async () => {
  const form = await open()
  await fill(form)
  await form.row('serviceType').get('select').setValue('invoice')
  await flushPromises()
  expect(host.last('records.listSlots')).toEqual({ query: { serviceType: 'invoice' } })
  await form.submit()
  expect(form.fault('startsAt')).toBe('请选择预约服务时间。')
})
