// @vitest-environment happy-dom
import { ok } from '@zhengna/contract/result.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, describe, expect, test } from 'vitest'
import { installHost } from '../../../host/index.ts'
import { createTexts, uiLocale } from '../../../ui/index.ts'
import { aConversation } from '../../chat/chat.fixture.ts'
import { recordHost, refused, type RecordHost } from '../../records/record-host.fixture.ts'
import { recordsLocale } from '../../records/index.ts'
import { OrderOpenButton, workOrderDeskLocale } from './index.ts'

const conversation = aConversation({ officeId: 'office-1' as never })
let host: RecordHost
async function open(draft = '') {
  host = recordHost({
    'orders.offices': () =>
      ok({
        offices: [
          { id: 'office-1', name: '第一税务所', agents: [{ id: 'zx001', number: '1001', name: '演示坐席一' }] },
          { id: 'office-2', name: '第二税务所', agents: [] },
        ],
      }),
    'orders.open': () => ok({ workOrder: { number: 'GD202611270001' } }),
    'desk.draft': () => ok({ text: draft }),
    'desk.saveDraft': () => ok(null),
  })
  installHost(host)
  const pinia = createPinia()
  setActivePinia(pinia)
  const button = mount(OrderOpenButton, {
    props: { conversation, taxpayerName: '演示商贸有限公司', title: '红字发票开错了怎么办' },
    // In place, where the test finds it.
    global: { stubs: { teleport: true }, plugins: [pinia, createTexts(uiLocale, recordsLocale, workOrderDeskLocale)] },
    attachTo: document.body,
  })
  await button.find('button').trigger('click')
  await flushPromises()
  const press = async (text: string) => {
    await button
      .findAll('button')
      .find((one) => one.text() === text)!
      .trigger('click')
    await flushPromises()
  }
  return { button, press }
}

describe('创建工单 of a conversation', () => {
  afterEach(() => void (document.body.innerHTML = ''))

  test('is called what the taxpayer asked, and goes to its own office within three working days', async () => {
    const { button, press } = await open()
    expect(button.find('input').element.value).toBe('红字发票开错了怎么办')
    await button.find('textarea').setValue('请核实发票状态')
    await press('创建')
    const { body } = host.last('orders.open') as { body: { id: string } }
    expect(body).toEqual({
      id: body.id,
      conversationId: conversation.id,
      title: '红字发票开错了怎么办',
      text: '请核实发票状态',
      officeId: 'office-1',
      assigneeId: null,
      dueInMinutes: 1_170,
    })
    expect(document.querySelector('.el-message')?.textContent).toContain('已创建工单 GD202611270001')
    expect(button.find('dialog').exists()).toBe(false)
  })

  test('without what is to be done it is not sent', async () => {
    const { button, press } = await open()
    await press('创建')
    expect(button.find('.fault').text()).toBe('请填写办理要求。')
    expect(host.last('orders.open')).toBeUndefined()
  })

  test('another office has other agents', async () => {
    const { button, press } = await open()
    const [office, assignee] = button.findAll('select')
    await assignee!.setValue('zx001')
    await office!.setValue('office-2')
    await button.find('textarea').setValue('请办理')
    await press('创建')
    expect(host.last('orders.open')).toMatchObject({ body: { officeId: 'office-2', assigneeId: null } })
  })

  test('a title that is asked about is made all the same by 仍要发送, once', async () => {
    const { button, press } = await open()
    host.answer('orders.open', ({ body }: { body: { confirmed?: boolean } }) =>
      body.confirmed ? ok({ workOrder: { number: 'GD202611270001' } }) : refused('MESSAGE_WARNED', { field: 'title' }),
    )
    await button.find('textarea').setValue('请办理')
    await press('创建')
    await press('仍要发送')
    const sent = host.asked.filter(({ name }) => name === 'orders.open').map(({ params }) => (params as { body: { id: string } }).body)
    expect(sent.map(({ id }) => id)).toEqual([sent[0]!.id, sent[0]!.id])
    expect(sent[1]).toMatchObject({ confirmed: true })
    expect(button.find('dialog').exists()).toBe(false)
  })

  test('left before it was made, it is found as it was', async () => {
    const target = { officeId: 'office-2', assigneeId: null, dueInMinutes: 120 }
    const { button } = await open(
      JSON.stringify({ id: '01900000-0000-7000-8000-000000000001', fields: { title: '另一题', text: '写到一半', target } }),
    )
    expect(button.find('textarea').element.value).toBe('写到一半')
    expect(button.findAll('select').map(({ element }) => element.value)).toEqual(['office-2', '', '120'])
  })
})
