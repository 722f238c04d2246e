// @vitest-environment happy-dom
import type { DeskWorkOrder } from '@zhengna/contract/domain/work-order-record.ts'
import type { OfficeId, PersonId, WorkOrderId } from '@zhengna/contract/ids.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, describe, expect, test } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { installHost } from '../../../host/index.ts'
import { createTexts, uiLocale } from '../../../ui/index.ts'
import { fakeHost } from '../../chat/chat.fixture.ts'
import { recordsLocale } from '../../records/index.ts'
import { useSessionStore } from '../../session/index.ts'
import { lateness } from './due-time.ts'
import OrderDeskPage from './OrderDeskPage.vue'
import { workOrderDeskLocale } from './work-order-desk.locale.ts'

const HOUR_MS = 3_600_000
const office = 'demo-office-1' as OfficeId
const idOf = (number: number): WorkOrderId => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}` as WorkOrderId
const atDesk = (number: number, over: Partial<DeskWorkOrder> = {}): DeskWorkOrder => ({
  id: idOf(number),
  number: `GD20261127000${number}`,
  title: `第 ${number} 件`,
  state: 'open',
  officeId: office,
  officeName: '国家税务总局演示市税务局',
  assigneeId: null,
  assigneeNumber: null,
  dueAt: Date.now() + HOUR_MS,
  createdAt: 1,
  changedAt: 1,
  remindedAt: null,
  escalatedAt: null,
  result: null,
  leaveMessageId: null,
  leaveMessageNumber: null,
  conversationId: null,
  text: '请核实后退税',
  leaveMessage: null,
  taxpayer: {
    id: 'nsr001',
    name: '演示商贸有限公司',
    taxpayer: { taxpayerNumber: '910***********0018' },
  } as unknown as DeskWorkOrder['taxpayer'],
  steps: [{ at: 1, kind: 'open', agentNumber: '1002', text: '', attachments: [] }],
  ...over,
})
const mine = { state: 'in-hand', assigneeId: 'zx001' as PersonId, assigneeNumber: '1001' } as const

async function pageWith(orders: readonly DeskWorkOrder[], { openId = '', role = 'agent' } = {}) {
  let held = [...orders]
  const become =
    (over: Partial<DeskWorkOrder>) =>
    ({ params: { workOrderId } }: { params: { workOrderId: string } }) => {
      held = held.map((one) => (one.id === workOrderId ? { ...one, ...over } : one))
      return { workOrder: held.find(({ id }) => id === workOrderId) }
    }
  const host = fakeHost({
    'orders.list': () => ({
      items: held.map((one) => ({ ...one, taxpayerName: one.taxpayer.name, taxpayerNumber: '910***********0018' })),
      total: held.length,
      counts: { open: held.length, mine: 1, unassigned: 2, overdue: 3, reminded: 0, escalated: 0 },
    }),
    'orders.get': ({ params }: { params: { workOrderId: string } }) => ({ workOrder: held.find(({ id }) => id === params.workOrderId) }),
    'orders.take': become(mine),
    'orders.finish': become({ state: 'done', result: '已退税。' }),
    'orders.offices': () => ({ offices: [{ id: office, name: '国家税务总局演示市税务局', agents: [] }] }),
  })
  installHost(host)
  const pinia = createPinia()
  setActivePinia(pinia)
  useSessionStore().view = { status: 'signed-in', person: { id: 'zx001', role, agent: { number: '1001' } } } as never
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: OrderDeskPage }] })
  await router.push(openId ? `/?id=${openId}` : '/')
  const page = mount(OrderDeskPage, {
    global: { plugins: [pinia, router, createTexts(uiLocale, recordsLocale, workOrderDeskLocale)] },
    attachTo: document.body,
  })
  await flushPromises()
  const press = async (text: string) => {
    await page
      .findAll('button')
      .find((one) => one.text() === text)!
      .trigger('click')
    await flushPromises()
  }
  const texts = (where: string) => page.findAll(where).map((one) => one.text())
  const asked = (name: string) => host.asked.filter((one) => one.name === name).map(({ params }) => params)
  return { page, press, texts, asked }
}

describe('工单 at the console', () => {
  afterEach(() => void (document.body.innerHTML = ''))

  test('begins with those that nobody has, and counts each kind', async () => {
    const { texts, asked } = await pageWith([atDesk(1)])
    expect(asked('orders.list')).toEqual([{ query: { state: 'open', page: 1, pageSize: 20 } }])
    expect(texts('.list [aria-pressed]')).toEqual(['待处理2', '我承办的1', '已逾期3', '全部'])
  })

  test('one that is late says so', async () => {
    const { page } = await pageWith([atDesk(1, { dueAt: Date.now() - HOUR_MS })], { openId: idOf(1) })
    expect(page.get('.row').text()).toContain('已逾期')
    expect(page.get('.detail .facts').text()).toContain('已逾期')
  })

  test('what is done is never late, nor what has no due time', () => {
    expect(lateness({ state: 'done', dueAt: 1 }, 2)).toBe('none')
    expect(lateness({ state: 'open', dueAt: null }, 2)).toBe('none')
    expect([lateness({ state: 'asked', dueAt: 1 }, 2), lateness({ state: 'open', dueAt: 3 }, 2)]).toEqual(['late', 'due'])
  })

  test('is taken, and finished with a result', async () => {
    const { page, press, texts, asked } = await pageWith([atDesk(1)], { openId: idOf(1) })
    expect(texts('.writer [aria-pressed]')).toEqual(['备注'])
    await press('领取')
    expect(texts('.writer [aria-pressed]')).toEqual(['办结', '请补充', '备注'])
    await page.get('textarea').setValue('已退税。')
    await page.get('.writer button[type=submit]').trigger('click')
    await page.get('.writer').trigger('submit')
    await flushPromises()
    expect(asked('orders.finish').at(-1)).toEqual({ params: { workOrderId: idOf(1) }, body: { text: '已退税。', attachmentIds: [] } })
    expect(page.get('.detail').text()).toContain('已退税。')
    expect(texts('.detail .head button').filter(Boolean)).toEqual([])
  })

  test('what a colleague has takes a note and nothing else; a supervisor may step in', async () => {
    const theirs = atDesk(1, { ...mine, assigneeId: 'zx002' as PersonId, assigneeNumber: '1002' })
    const asAgent = await pageWith([theirs], { openId: idOf(1) })
    expect(asAgent.texts('.detail .head .buttons button')).toEqual([])
    expect(asAgent.texts('.writer [aria-pressed]')).toEqual(['备注'])
    asAgent.page.unmount()
    const asSupervisor = await pageWith([theirs], { openId: idOf(1), role: 'supervisor' })
    expect(asSupervisor.texts('.detail .head .buttons button')).toEqual(['指派'])
  })
})
