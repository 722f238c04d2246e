// @vitest-environment happy-dom
import type { DeskLeaveMessage } from '@zhengna/contract/domain/leave-message-record.ts'
import type { LeaveMessageId, OfficeId } from '@zhengna/contract/ids.ts'
import { failure } from '@zhengna/contract/errors.ts'
import { fail } from '@zhengna/contract/result.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, describe, expect, test } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { installHost } from '../../../host/index.ts'
import { createTexts, uiLocale } from '../../../ui/index.ts'
import { fakeHost } from '../../chat/chat.fixture.ts'
import { useSessionStore } from '../../session/index.ts'
import { leaveDeskLocale } from './leave-desk.locale.ts'
import LeaveDeskPage from './LeaveDeskPage.vue'

const office = 'demo-office-1' as OfficeId
const idOf = (number: number): string => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`
const atDesk = (number: number, over: Partial<DeskLeaveMessage> = {}): DeskLeaveMessage => ({
  id: idOf(number) as LeaveMessageId,
  number: `LY20261127000${number}`,
  type: 'consultation',
  content: `第 ${number} 条留言的内容`,
  state: 'waiting',
  officeName: '国家税务总局演示市税务局',
  createdAt: 1_000 * number,
  changedAt: 1_000 * number,
  resultWay: null,
  phone: null,
  attachments: [],
  order: null,
  steps: [],
  officeId: office,
  agentNumber: null,
  taxpayer: {
    id: 'nsr001',
    name: '演示商贸有限公司',
    officeName: '国家税务总局演示市税务局',
    taxpayer: { taxpayerNumber: '910***********0018' },
  } as unknown as DeskLeaveMessage['taxpayer'],
  ...over,
})
const summaryOf = (one: DeskLeaveMessage) => ({ ...one, taxpayerName: one.taxpayer.name, taxpayerNumber: '910***********0018' })

/** A server with these, whose moves say what they are asked to; `refusal`: it refuses them. */
async function pageWith(messages: readonly DeskLeaveMessage[], { openId = '', refusal = false } = {}) {
  let held = [...messages]
  const become =
    (over: Partial<DeskLeaveMessage>) =>
    ({ params: { leaveMessageId } }: { params: { leaveMessageId: string } }) => {
      held = held.map((one) => (one.id === leaveMessageId ? { ...one, ...over } : one))
      return { leaveMessage: held.find(({ id }) => id === leaveMessageId) }
    }
  const answering = fakeHost({
    'inbox.list': () => ({
      items: held.map(summaryOf),
      total: held.length,
      waiting: held.filter(({ state }) => state === 'waiting').length,
    }),
    'inbox.get': ({ params }: { params: { leaveMessageId: string } }) => ({
      leaveMessage: held.find(({ id }) => id === params.leaveMessageId),
    }),
    'inbox.take': become({ state: 'in-hand', agentNumber: '1001' }),
    'inbox.reply': become({ state: 'answered', agentNumber: '1001' }),
    'inbox.note': become({}),
    'inbox.offices': () => ({ offices: [{ id: office, name: '国家税务总局演示市税务局', agents: [] }] }),
  })
  const host: typeof answering = {
    ...answering,
    request: (name, params) =>
      refusal && /take|reply/.test(name)
        ? Promise.resolve(fail(failure('LEAVE_MESSAGE_STATE_WRONG', { state: '已回复' })))
        : answering.request(name, params),
  }
  installHost(host)
  const pinia = createPinia()
  setActivePinia(pinia)
  useSessionStore().view = { status: 'signed-in', person: { id: 'zx001', role: 'agent', agent: { number: '1001' } } } as never
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: LeaveDeskPage }] })
  await router.push(openId ? `/?id=${openId}` : '/')
  const page = mount(LeaveDeskPage, {
    global: { plugins: [pinia, router, createTexts(uiLocale, leaveDeskLocale)] },
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
  const asked = (name: string) => answering.asked.filter((one) => one.name === name).map(({ params }) => params)
  return {
    page,
    press,
    asked,
    buttons: () =>
      page
        .findAll('.detail .head button')
        .map((one) => one.text())
        .filter(Boolean),
  }
}
const first = idOf(1) as LeaveMessageId

describe('留言 at the console', () => {
  afterEach(() => void (document.body.innerHTML = ''))

  test('begins with those that nobody has, and counts them', async () => {
    const { page, asked } = await pageWith([atDesk(1), atDesk(2)])
    expect(asked('inbox.list')[0]).toEqual({ query: { state: 'waiting', page: 1, pageSize: 20 } })
    expect(page.get('[aria-pressed=true]').text()).toBe('待受理2')
    expect(page.findAll('[data-leave-message]')).toHaveLength(2)
  })

  test('offers what the state allows, and shows what it became', async () => {
    const { press, buttons, page } = await pageWith([atDesk(1)], { openId: first })
    expect(buttons()).toEqual(['接手', '转工单'])
    await press('接手')
    expect(page.get('.detail .head').text()).toContain('处理中')
    expect(buttons()).toEqual(['退回', '转工单'])
  })

  test('a reply is sent as it was written, and its text is gone', async () => {
    const { page, press, asked } = await pageWith([atDesk(1)], { openId: first })
    await page.get('textarea').setValue('可以全额抵扣。')
    await press('发送回复')
    expect(asked('inbox.reply')).toEqual([{ params: { leaveMessageId: first }, body: { text: '可以全额抵扣。', attachmentIds: [] } }])
    expect(page.get('textarea').element.value).toBe('')
  })

  test('each of reply, question and note keeps its own text', async () => {
    const { page, press } = await pageWith([atDesk(1)], { openId: first })
    await page.get('textarea').setValue('回复写到一半')
    await press('备注')
    expect(page.get('textarea').element.value).toBe('')
    await page.get('textarea').setValue('请业务科看看')
    await press('回复')
    expect(page.get('textarea').element.value).toBe('回复写到一半')
  })

  test('where somebody else was faster, says so, shows what it is now, and keeps what was written', async () => {
    const { page, press, asked } = await pageWith([atDesk(1)], { openId: first, refusal: true })
    await page.get('textarea').setValue('我来回复')
    await press('发送回复')
    expect(document.querySelector('.el-message')?.textContent).toContain('该留言现为“已回复”')
    expect(asked('inbox.get')).toHaveLength(2)
    expect(page.get('textarea').element.value).toBe('我来回复')
  })

  test('what a colleague has in hand takes a note and nothing else', async () => {
    const { page, buttons } = await pageWith([atDesk(1, { state: 'in-hand', agentNumber: '1002' })], { openId: first })
    expect(buttons()).toEqual([])
    expect(page.findAll('.writer [aria-pressed]').map((one) => one.text())).toEqual(['备注'])
  })

  test('looks for a part of a name, a part of the content, or a whole number, as chosen', async () => {
    const { page, asked } = await pageWith([atDesk(1)])
    await page.get('.field select').setValue('number')
    await flushPromises()
    const store = (await import('./leave-desk.store.ts')).useLeaveDeskStore()
    await store.look({ search: ' LY202611270001 ' })
    expect(asked('inbox.list').at(-1)).toEqual({ query: { number: 'LY202611270001', state: 'waiting', page: 1, pageSize: 20 } })
  })

  test('with none says so, of what is looked at', async () => {
    const { page } = await pageWith([])
    expect(page.text()).toContain('没有待受理的留言')
  })
})
