// @vitest-environment happy-dom
import type { Appointment } from '@zhengna/contract/domain/appointment-record.ts'
import { ok } from '@zhengna/contract/result.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { expect, test } from 'vitest'
import { installHost } from '../../host/index.ts'
import { attachmentsLocale } from '../attachments/index.ts'
import { createTexts, uiLocale } from '../../ui/index.ts'
import { recordsLocale } from '../records/index.ts'
import { recordHost, refused, seen, type RecordHost } from '../records/record-host.fixture.ts'
import { anAppointment } from '../records/record.fixture.ts'
import { appointmentsLocale } from './appointments.locale.ts'
import AppointmentDetail from './AppointmentDetail.vue'

let host: RecordHost
async function open(over: Partial<Appointment>, isFromCache = false) {
  const appointment = anAppointment(1, over)
  const changed = (change: Partial<Appointment>) => () => ok({ appointment: { ...appointment, ...change } })
  host = recordHost({
    'records.getAppointment': () => seen({ appointment }, isFromCache),
    'records.cancelAppointment': changed({ state: 'cancelled', interaction: 'failed' }),
    'records.acceptAppointment': changed({ state: 'booked', interaction: 'waiting' }),
    'records.declineAppointment': changed({ state: 'declined', interaction: 'failed' }),
  })
  installHost(host)
  const detail = mount(AppointmentDetail, {
    props: { id: appointment.id },
    global: { plugins: [createPinia(), createTexts(uiLocale, attachmentsLocale, recordsLocale, appointmentsLocale)] },
    attachTo: document.body,
  })
  await flushPromises()
  const press = async (text: string) => {
    const found = [...document.querySelectorAll<HTMLElement>('button')].findLast((button) => button.textContent.trim() === text)
    found!.click()
    await flushPromises()
  }
  return {
    detail,
    press,
    states: () => detail.findAll('header .tag').map((tag) => tag.text()),
    actions: () => detail.findAll('.actions button').map((button) => button.text()),
  }
}

test.each([
  [{ state: 'booked', interaction: 'waiting' }, ['改约', '取消预约']],
  [{ origin: 'invited', state: 'proposed', interaction: null }, ['接受预约', '拒绝预约']],
  [{ origin: 'invited', state: 'booked', interaction: 'waiting' }, ['改约', '取消预约']],
  [{ way: 'online', state: 'booked', interaction: 'ongoing' }, ['接受互动邀请']],
  [{ way: 'phone', state: 'booked', interaction: 'ongoing' }, []],
  [{ state: 'kept', interaction: 'done' }, []],
  [{ state: 'cancelled', interaction: 'failed' }, []],
  [{ state: 'agent-missed', interaction: 'failed' }, []],
] as [Partial<Appointment>, string[]][])('%j allows %j', async (over, expected) => {
  expect((await open(over)).actions()).toEqual(expected)
})

test('【取消预约】 asks first; cancelled, both states follow and nothing more is offered', async () => {
  const { press, states, actions } = await open({})
  expect(states()).toEqual(['预约成功', '待互动'])
  await press('取消预约')
  expect(document.body.textContent).toContain('确定取消')
  await press('取消')
  expect(host.last('records.cancelAppointment')).toBeUndefined()
  await press('取消预约')
  await press('确定')
  expect(states()).toEqual(['取消预约', '互动失败'])
  expect(actions()).toEqual([])
})

test('【接受预约】 makes 预约成功 of 待确认', async () => {
  const { press, states } = await open({ origin: 'invited', state: 'proposed', interaction: null })
  expect(states()).toEqual(['待确认'])
  await press('接受预约')
  expect(states()).toEqual(['预约成功', '待互动'])
})

test('【拒绝预约】 needs a reason', async () => {
  const { detail, press, states } = await open({ origin: 'invited', state: 'proposed', interaction: null })
  await press('拒绝预约')
  await press('确定')
  expect(detail.get('dialog [role=alert]').text()).toBe('请填写拒绝原因。')
  await detail.get('dialog textarea').setValue('当天外出')
  await press('确定')
  expect(host.last('records.declineAppointment')).toMatchObject({ body: { reason: '当天外出' } })
  expect(states()).toEqual(['已拒绝', '互动失败'])
})

test('a refusal leaves the dialog and what was typed', async () => {
  const { detail, press } = await open({ origin: 'invited', state: 'proposed', interaction: null })
  host.answer('records.declineAppointment', () => refused('HOST_OFFLINE'))
  await press('拒绝预约')
  await detail.get('dialog textarea').setValue('当天外出')
  await press('确定')
  expect(detail.get('dialog').text()).toContain('当前未连接到服务')
  expect((detail.get('dialog textarea').element as HTMLTextAreaElement).value).toBe('当天外出')
})

test('with no line it says as of when it is shown', async () => {
  const { detail } = await open({}, true)
  expect(detail.text()).toContain('离线，显示截至 2026-12-01 09:00 的记录')
})

test('a notice about it brings what it has become', async () => {
  const { states } = await open({})
  host.answer('records.getAppointment', () => seen({ appointment: anAppointment(1, { state: 'agent-missed', interaction: 'failed' }) }))
  host.emit('notices.changed', {
    notices: [{ id: 'n', link: { page: 'appointment', id: anAppointment(1).id, label: '查看' } }],
    arrived: ['n'],
    unread: { todo: 0, info: 1 },
  })
  await flushPromises()
  expect(states()).toEqual(['税务人员失约', '互动失败'])
})
