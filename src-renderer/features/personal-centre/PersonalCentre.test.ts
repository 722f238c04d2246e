// @vitest-environment happy-dom
import type { AppointmentOrigin } from '@zhengna/contract/domain/appointment.ts'
import { ok } from '@zhengna/contract/result.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { expect, test } from 'vitest'
import { installHost } from '../../host/index.ts'
import { attachmentsLocale } from '../attachments/index.ts'
import { createTexts, uiLocale } from '../../ui/index.ts'
import { appointmentsLocale } from '../appointments/index.ts'
import { leaveMessagesLocale } from '../leave-messages/index.ts'
import { noticesLocale } from '../notices/index.ts'
import { recordsLocale } from '../records/index.ts'
import { recordHost, refused, seen, type RecordHost } from '../records/record-host.fixture.ts'
import { aLeaveMessage, anAppointment } from '../records/record.fixture.ts'
import { personalCentreLocale } from './personal-centre.locale.ts'
import { usePersonalCentreStore } from './personal-centre.store.ts'
import PersonalCentre from './PersonalCentre.vue'

let host: RecordHost
async function open(
  lead: (store: ReturnType<typeof usePersonalCentreStore>) => void = (store) => store.show('leave-messages'),
  favourites = false,
) {
  const messages = Array.from({ length: 3 }, (_, i) => aLeaveMessage(i + 1, i === 1 ? { state: 'asked' } : {}))
  host = recordHost({
    'records.listLeaveMessages': () => seen({ items: messages, total: 23 }),
    'records.getLeaveMessage': ({ params }: { params: { leaveMessageId: string } }) =>
      seen({ leaveMessage: messages.find(({ id }) => id === params.leaveMessageId) ?? messages[0]! }),
    'records.supplementLeaveMessage': () => ok({ leaveMessage: aLeaveMessage(2, { state: 'in-hand' }) }),
    'records.appointmentForm': () => seen({ services: [{ id: 'general', name: '综合服务' }], officeName: '', phone: null }),
    'records.listAppointments': ({ query }: { query: { origin: AppointmentOrigin } }) =>
      seen({ items: [anAppointment(1, { origin: query.origin })], total: 1 }),
    'records.getAppointment': () => seen({ appointment: anAppointment(1, { origin: 'invited' }) }),
    'notices.search': () => ok({ items: [], total: 0, isWhole: true }),
  })
  installHost(host)
  const pinia = createPinia()
  setActivePinia(pinia)
  const store = usePersonalCentreStore()
  lead(store)
  const centre = mount(PersonalCentre, {
    ...(favourites && { slots: { favourites: '<p>收藏</p>' } }),
    global: {
      plugins: [
        pinia,
        createTexts(
          uiLocale,
          attachmentsLocale,
          recordsLocale,
          leaveMessagesLocale,
          appointmentsLocale,
          noticesLocale,
          personalCentreLocale,
        ),
      ],
    },
    attachTo: document.body,
  })
  await flushPromises()
  const press = async (text: string) => {
    await centre
      .findAll('button')
      .find((button) => button.text() === text)!
      .trigger('click')
    await flushPromises()
  }
  const field = (label: string) =>
    centre
      .findAll('label')
      .find((one) => one.text().startsWith(label))!
      .get('input, select')
  return { centre, store, press, field, query: (name: string) => (host.last(name) as { query: object }).query }
}

test('我的留言 is filtered by what the manual lists, alone and together, and only by 【查询】', async () => {
  const { centre, field, query } = await open()
  expect(query('records.listLeaveMessages')).toEqual({ page: 1, pageSize: 10 })
  await field('留言编号').setValue(' LY1 ')
  await field('留言日期起').setValue('2026-11-01')
  await field('留言日期止').setValue('2026-12-01')
  await field('留言类型').setValue('system')
  await field('处理状态').setValue('asked')
  await field('留言内容').setValue('发票')
  expect(host.asked.filter(({ name }) => name === 'records.listLeaveMessages')).toHaveLength(1)
  await centre.get('form').trigger('submit')
  await flushPromises()
  const all = { number: 'LY1', from: '2026-11-01', to: '2026-12-01', type: 'system', state: 'asked', content: '发票' }
  expect(query('records.listLeaveMessages')).toEqual({ ...all, page: 1, pageSize: 10 })
})

test('【重置】 empties the conditions and shows all', async () => {
  const { centre, press, field, query } = await open()
  await field('留言内容').setValue('发票')
  await centre.get('form').trigger('submit')
  await press('重置')
  expect(query('records.listLeaveMessages')).toEqual({ page: 1, pageSize: 10 })
  expect((field('留言内容').element as HTMLInputElement).value).toBe('')
})

test('pages are turned under the same conditions, and the total is shown', async () => {
  const { centre, press, field, query } = await open()
  await field('留言内容').setValue('发票')
  await centre.get('form').trigger('submit')
  await flushPromises()
  expect(centre.text()).toContain('共 23 条')
  await press('下一页')
  expect(query('records.listLeaveMessages')).toEqual({ content: '发票', page: 2, pageSize: 10 })
})

test('税局邀请 has its own list and its own 预约状态', async () => {
  const { centre, press, field, query } = await open()
  await press('我的预约')
  expect(query('records.listAppointments')).toEqual({ origin: 'own', page: 1, pageSize: 10 })
  expect(
    field('预约状态')
      .findAll('option')
      .map((option) => option.text()),
  ).not.toContain('待确认')
  await press('税局邀请')
  expect(query('records.listAppointments')).toEqual({ origin: 'invited', page: 1, pageSize: 10 })
  expect(
    field('预约状态')
      .findAll('option')
      .map((option) => option.text()),
  ).toEqual(['全部', '待确认', '预约成功', '已履约', '取消预约', '已拒绝', '预约失败', '纳税人失约', '税务人员失约'])
  for (const label of ['预约编号', '预约时间起', '预约时间止', '预约服务类型', '互动方式', '预约事项说明', '互动状态'])
    expect(field(label)).toBeDefined()
  expect(centre.find('[aria-pressed=true]').text()).toBe('税局邀请')
})

test('【查看详情】 opens a page; Esc goes back to its row, then to the talk', async () => {
  const { centre, store } = await open()
  await centre.findAll('[data-record]')[1]!.trigger('click')
  await flushPromises()
  expect(centre.get('article h3').text()).toBe('留言详情')
  expect(document.activeElement).toBe(centre.get('article h3').element)
  await centre.get('article h3').trigger('keydown', { key: 'Escape' })
  await flushPromises()
  expect(document.activeElement).toBe(centre.findAll('[data-record]')[1]!.element)
  await centre.findAll('[data-record]')[1]!.trigger('keydown', { key: 'Escape' })
  expect(store.isOpen).toBe(false)
})

test('what the agent asked for is supplemented; the state follows', async () => {
  const { centre } = await open((store) => store.openRecord('leave-message', aLeaveMessage(2).id))
  expect(centre.get('header .tag').text()).toBe('待补充')
  await centre.get('form[aria-label=补充说明]').trigger('submit')
  await flushPromises()
  expect(centre.get('[data-field=text] [role=alert]').text()).toBe('请填写内容。')
  await centre.get('[data-field=text] textarea').setValue('所属期为三季度')
  await centre.get('form[aria-label=补充说明]').trigger('submit')
  await flushPromises()
  expect(host.last('records.supplementLeaveMessage')).toMatchObject({ body: { text: '所属期为三季度', attachmentIds: [] } })
  expect(centre.get('article header .tag').text()).toBe('处理中')
})

test('one that waits offers nothing to write', async () => {
  const { centre } = await open((store) => store.openRecord('leave-message', aLeaveMessage(1).id))
  expect(centre.find('article form').exists()).toBe(false)
})

test('a link to an appointment opens it, and back leads to the list it stands in', async () => {
  const { centre, press } = await open((store) => store.openRecord('appointment', anAppointment(1).id))
  expect(centre.get('article h3').text()).toBe('预约信息详情')
  await press('返回列表')
  expect(centre.find('[aria-pressed=true]').text()).toBe('税局邀请')
})

test('with no line the list says as of when; where nothing is held it says what is wrong and tries again', async () => {
  const { centre, press } = await open()
  host.answer('records.listLeaveMessages', () => seen({ items: [aLeaveMessage(1)], total: 1 }, true))
  await press('重置')
  expect(centre.text()).toContain('离线，显示截至 2026-12-01 09:00 的记录')
  host.answer('records.listLeaveMessages', () => refused('HOST_OFFLINE'))
  await press('重置')
  expect(centre.get('[role=alert]').text()).toContain('当前未连接到服务')
  host.answer('records.listLeaveMessages', () => seen({ items: [], total: 0 }))
  host.emit('connection.changed', { state: 'online', retryAt: null, unsent: 0 })
  await flushPromises()
  expect(centre.text()).toContain('还没有留言')
  await press('去留言')
  expect(centre.emitted('write')).toEqual([['leave-message']])
})

test('nothing found is told from nothing there', async () => {
  const { centre, field } = await open()
  host.answer('records.listLeaveMessages', () => seen({ items: [], total: 0 }))
  await field('留言编号').setValue('LY')
  await centre.get('form').trigger('submit')
  await flushPromises()
  expect(centre.text()).toContain('编号须完整且正确')
})

test('one that was submitted elsewhere on this machine appears', async () => {
  const { centre } = await open()
  host.answer('records.listLeaveMessages', () => seen({ items: [aLeaveMessage(9)], total: 1 }))
  host.emit('records.changed', { page: 'leave-message', id: aLeaveMessage(9).id })
  await flushPromises()
  expect(centre.text()).toContain('LY20261201000009')
})

test('我的收藏 is offered where there is such a page', async () => {
  expect((await open()).centre.text()).not.toContain('我的收藏')
  const { centre, press } = await open(undefined, true)
  await press('我的收藏')
  expect(centre.text()).toContain('收藏')
})
