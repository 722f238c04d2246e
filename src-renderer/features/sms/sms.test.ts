// @vitest-environment happy-dom
import type { SmsMessage } from '@zhengna/contract/domain/sms.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, describe, expect, test } from 'vitest'
import { installHost } from '../../host/index.ts'
import { createTexts, uiLocale } from '../../ui/index.ts'
import { fakeHost } from '../chat/chat.fixture.ts'
import { smsLocale } from './sms.locale.ts'
import SmsSection from './SmsSection.vue'

const aText = (id: number, over: Partial<SmsMessage> = {}): SmsMessage => ({
  id,
  at: Date.now(),
  phone: `1380000000${id}`,
  text: `您的留言（编号 LY20261127000${id}）已有回复。`,
  state: 'sent',
  attempts: 1,
  sentAt: Date.now(),
  problem: '',
  ...over,
})

async function sectionWith(messages: readonly SmsMessage[], { hasGateway = true, isOpen = true } = {}) {
  let held = [...messages]
  const change = (id: number, over: Partial<SmsMessage>) => {
    held = held.map((one) => (one.id === id ? { ...one, ...over } : one))
    return { sms: held.find((one) => one.id === id) }
  }
  const host = fakeHost({
    ...(isOpen && { 'sms.list': () => ({ items: held, total: held.length, hasGateway }) }),
    'sms.resend': ({ params }: { params: { smsId: number } }) => change(params.smsId, { state: 'pending' }),
    'sms.markSent': ({ params }: { params: { smsId: number } }) => change(params.smsId, { state: 'sent' }),
  })
  installHost(host)
  const pinia = createPinia()
  setActivePinia(pinia)
  const section = mount(SmsSection, { global: { plugins: [pinia, createTexts(uiLocale, smsLocale)] }, attachTo: document.body })
  await flushPromises()
  const button = (label: string) => section.findAll('button').find((found) => found.attributes('aria-label')?.startsWith(label))
  return { section, host, button, rows: () => section.findAll('tbody tr').map((row) => row.text()) }
}
const asked = (host: { asked: readonly { name: string; params: unknown }[] }, name: string) =>
  host.asked.filter((one) => one.name === name).map(({ params }) => params)

describe('短信发件箱', () => {
  afterEach(() => void (document.body.innerHTML = ''))

  test('says what became of each, and why one failed', async () => {
    const { rows } = await sectionWith([aText(2, { state: 'failed', attempts: 5, problem: 'HTTP 500 号码已停机' }), aText(1)])
    expect(rows()[0]).toContain('发送失败')
    expect(rows()[0]).toContain('号码已停机')
    expect(rows()[0]).toContain('已尝试 5 次')
    expect(rows()[1]).toContain('已发送')
  })

  test('one that failed is sent again, one that was sent is not', async () => {
    const { host, button, rows } = await sectionWith([aText(1, { state: 'failed' }), aText(2)])
    await button('重新发送（13800000001）')!.trigger('click')
    await flushPromises()
    expect(asked(host, 'sms.resend')).toEqual([{ params: { smsId: 1 } }])
    expect(rows()[0]).toContain('发送中')
    expect(button('重新发送（13800000002）')).toBeUndefined()
  })

  test('with no gateway says that they are sent by hand, and offers no sending', async () => {
    const { section, host, button } = await sectionWith([aText(1, { state: 'held', attempts: 0, sentAt: null })], { hasGateway: false })
    expect(section.get('[role=note]').text()).toContain('未配置短信网关')
    expect(button('重新发送')).toBeUndefined()
    await button('标记为已发送')!.trigger('click')
    await flushPromises()
    expect(asked(host, 'sms.markSent')).toEqual([])
    const [sure] = [...document.querySelectorAll<HTMLButtonElement>('.el-message-box button')].filter((one) => one.textContent === '确定')
    sure!.click()
    await flushPromises()
    expect(asked(host, 'sms.markSent')).toEqual([{ params: { smsId: 1 } }])
  })

  test('is looked through by state, and says when nothing is so', async () => {
    const { section, host } = await sectionWith([])
    expect(section.text()).toContain('还没有短信')
    await section.get('select').setValue('failed')
    await flushPromises()
    expect(asked(host, 'sms.list').at(-1)).toEqual({ query: { state: 'failed', page: 1, pageSize: 20 } })
    expect(section.text()).toContain('没有符合条件的短信')
  })

  test('that could not be loaded offers to try again', async () => {
    const { section, host } = await sectionWith([], { isOpen: false })
    await section.get('[role=alert] button').trigger('click')
    await flushPromises()
    expect(asked(host, 'sms.list')).toHaveLength(2)
  })
})
