// @vitest-environment happy-dom
import { slotMs } from '@zhengna/contract/domain/appointment.ts'
import type { Person } from '@zhengna/contract/domain/person.ts'
import { momentOf } from '@zhengna/contract/domain/working-time.ts'
import { ok } from '@zhengna/contract/result.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { installHost } from '../../../host/index.ts'
import { createTexts, uiLocale } from '../../../ui/index.ts'
import { recordHost, refused, type RecordHost } from '../../records/record-host.fixture.ts'
import { anAppointment, idOf } from '../../records/record.fixture.ts'
import { recordsLocale, timeOf } from '../../records/index.ts'
import { useSessionStore } from '../../session/index.ts'
import { appointmentDeskLocale, appointmentsLocale, ProposalButton } from './index.ts'

const now = momentOf('2026-11-27', '08:50')
const first = momentOf('2026-11-30', '10:00')
const full = first + slotMs
const taxpayer = {
  id: 'nsr001',
  role: 'taxpayer',
  name: '演示商贸有限公司',
  officeId: 'office',
  officeName: '某税务局',
  taxpayer: { taxpayerNumber: '910***', audiences: [], industry: null, phone: '138****0001' },
  agent: null,
} as unknown as Person

let host: RecordHost
async function open({ draft = '', who = taxpayer }: { draft?: string; who?: Person } = {}) {
  host = recordHost({
    'agenda.form': () => ok({ services: [{ id: 'general', name: '综合服务' }], officeName: '某税务局', phone: null }),
    'agenda.slots': () =>
      ok({
        days: [
          {
            day: '2026-11-30',
            slots: [
              { startsAt: first, left: 2, isAwaited: false },
              { startsAt: full, left: 0, isAwaited: false },
            ],
          },
        ],
      }),
    'agenda.propose': () => ok({ appointment: anAppointment(1) }),
    'desk.draft': () => ok({ text: draft }),
    'desk.saveDraft': () => ok(null),
  })
  installHost(host)
  const pinia = createPinia()
  setActivePinia(pinia)
  useSessionStore().view = { status: 'signed-in', person: { id: 'zx001', role: 'agent', officeId: 'office' } } as never
  const button = mount(ProposalButton, {
    props: { taxpayer: who },
    // In place, where the test finds it.
    global: {
      stubs: { teleport: true },
      plugins: [pinia, createTexts(uiLocale, recordsLocale, appointmentsLocale, appointmentDeskLocale)],
    },
    attachTo: document.body,
  })
  await button.find('button').trigger('click')
  await flushPromises()
  const slot = (startsAt: number) => button.findAll('.slot').find((one) => one.text().startsWith(timeOf(startsAt)))!
  const press = async (text: string) => {
    await button
      .findAll('button')
      .find((one) => one.text() === text)!
      .trigger('click')
    await flushPromises()
  }
  const fill = async (way: 'phone' | 'online') => {
    await button.find(`input[value=${way}]`).setValue()
    await slot(first).trigger('click')
    await button.find('textarea').setValue('请补充说明申报情况')
  }
  const faults = () => button.findAll('.fault').map((one) => one.text())
  return { button, slot, press, fill, faults }
}

describe('a proposal', () => {
  beforeEach(() => vi.useFakeTimers({ now, toFake: ['Date'] }))
  afterEach(() => {
    vi.useRealTimers()
    document.body.innerHTML = ''
  })

  test('is sent as it was filled in, and nothing of it is kept', async () => {
    const { press, fill, button } = await open()
    await fill('online')
    await press('提交')
    const { body } = host.last('agenda.propose') as { body: { id: string } }
    expect(body).toEqual({
      id: body.id,
      taxpayerId: 'nsr001',
      serviceType: 'general',
      way: 'online',
      startsAt: first,
      matter: '请补充说明申报情况',
      phone: null,
    })
    expect(host.asked.filter(({ name }) => name === 'desk.saveDraft').at(-1)?.params).toEqual({ key: 'proposal:nsr001', text: '' })
    expect(button.find('dialog').exists()).toBe(false)
  })

  test('says what is missing, at each field', async () => {
    const { press, faults } = await open()
    await press('提交')
    expect(faults()).toEqual(['请选择预约互动方式。', '请选择预约服务时间。', '请填写预约事项说明。'])
    expect(host.last('agenda.propose')).toBeUndefined()
  })

  test('begun and left, it is found as it was, under the same id', async () => {
    const fields = { serviceType: null, way: 'online', startsAt: first, matter: '写到一半', phone: '' }
    const { button, press } = await open({ draft: JSON.stringify({ id: idOf(7), fields }) })
    expect(button.find('textarea').element.value).toBe('写到一半')
    await press('提交')
    expect(host.last('agenda.propose')).toMatchObject({ body: { id: idOf(7), matter: '写到一半' } })
  })

  test('a half hour that went to somebody else is given back, and all else is kept', async () => {
    const { press, fill, faults, slot, button } = await open()
    host.answer('agenda.propose', () => refused('SLOT_TAKEN'))
    await fill('online')
    await press('提交')
    expect(faults()).toHaveLength(1)
    expect(slot(first).attributes('aria-pressed')).toBe('false')
    expect(button.find('textarea').element.value).toBe('请补充说明申报情况')
    expect(host.asked.filter(({ name }) => name === 'agenda.slots')).toHaveLength(2)
  })

  test('nobody waits for a full half hour in somebody else’s name', async () => {
    const { slot } = await open()
    expect(slot(full).attributes('disabled')).toBeDefined()
    expect(slot(full).text()).toContain('约满')
  })

  test('by telephone the number on record is called unless another is given; where none is, one must be', async () => {
    const known = await open()
    await known.fill('phone')
    await known.press('提交')
    expect(host.last('agenda.propose')).toMatchObject({ body: { way: 'phone', phone: null } })
    known.button.unmount()
    const unknown = await open({ who: { ...taxpayer, taxpayer: { ...taxpayer.taxpayer!, phone: null } } })
    await unknown.fill('phone')
    await unknown.press('提交')
    expect(unknown.faults()).toEqual(['该纳税人没有登记号码，请填写手机号码，或选择线上互动。'])
    await unknown.button.find('input[inputmode=tel]').setValue('13900000009')
    await unknown.press('提交')
    expect(host.last('agenda.propose')).toMatchObject({ body: { phone: '13900000009' } })
  })

  test('with no line, says so and offers to try again, without a second one', async () => {
    const { press, fill } = await open()
    host.answer('agenda.propose', () => refused('HOST_OFFLINE'))
    await fill('online')
    await press('提交')
    host.answer('agenda.propose', () => ok({ appointment: anAppointment(1) }))
    await press('重试')
    const ids = host.asked.filter(({ name }) => name === 'agenda.propose').map(({ params }) => (params as { body: { id: string } }).body.id)
    expect(new Set(ids).size).toBe(1)
  })
})
