// @vitest-environment happy-dom
import type { Notice, UnreadNotices } from '@zhengna/contract/domain/notice.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { defineComponent } from 'vue'
import { installHost } from '../../host/index.ts'
import { createTexts, uiLocale } from '../../ui/index.ts'
import { fakeHost } from '../chat/chat.fixture.ts'
import { aNotice } from './notice.fixture.ts'
import { noticesLocale } from './notices.locale.ts'
import { useNoticesStore } from './notices.store.ts'
import NoticesPanel from './NoticesPanel.vue'
import { useNoticeToast } from './use-notice-toast.ts'

const link = { label: '重新提问', question: '契税税率是多少？', articleId: 'deed-tax-rate' as ArticleId }

async function panelWith(notices: readonly Notice[], { isOpen = true, hasMore = false } = {}) {
  let held = [...notices]
  const of = (kind: string) => ({ notices: held.filter((notice) => notice.kind === kind), hasMore: kind === 'info' && hasMore })
  const unread = (): UnreadNotices => ({
    todo: held.filter(({ kind, readAt }) => kind === 'todo' && readAt === null).length,
    info: held.filter(({ kind, readAt }) => kind === 'info' && readAt === null).length,
  })
  const host = fakeHost({
    ...(isOpen && { 'notices.open': () => ({ pages: { todo: of('todo'), info: of('info') }, unread: unread() }) }),
    'notices.more': () => ({ notices: [aNotice(1)], hasMore: false }),
    'notices.read': ({ noticeId }: { noticeId: string }) => {
      held = held.map((notice) => (notice.id === noticeId ? { ...notice, readAt: 9 } : notice))
      const read = held.find(({ id }) => id === noticeId)!
      host.emit('notices.changed', { notices: [read], unread: unread(), arrived: [] })
      return read
    },
  })
  installHost(host)
  const pinia = createPinia()
  setActivePinia(pinia)
  const plugins = [pinia, createTexts(uiLocale, noticesLocale)]
  const panel = mount(NoticesPanel, { global: { plugins }, attachTo: document.body })
  await useNoticesStore().open()
  await flushPromises()
  const row = (number: number) => panel.get(`[data-notice="${aNotice(number).id}"]`)
  return { panel, host, plugins, row, tabs: () => panel.findAll('[role=tab]').map((tab) => tab.text()) }
}
const press = async (element: { trigger: (name: string) => Promise<void> }) => {
  await element.trigger('click')
  await flushPromises()
}

describe('我的消息', () => {
  beforeEach(() => void (document.body.innerHTML = ''))
  afterEach(() => void (document.body.innerHTML = ''))

  test('shows how many are unread, in all and of each kind, and says so to those who hear it', async () => {
    const { panel, tabs } = await panelWith([aNotice(3), aNotice(2, { readAt: 5 }), aNotice(1, { kind: 'todo' })])
    expect(panel.get('h2').text()).toBe('我的消息22 条未读')
    expect(tabs()).toEqual(['待办提醒11 条未读', '消息提示11 条未读'])
  })

  test('opening one shows it in place, marks it read and lowers the counts at once', async () => {
    const { panel, row, host } = await panelWith([aNotice(2), aNotice(1)])
    await press(row(2))
    expect(panel.get('h3').text()).toBe('答复更正：第2问')
    expect(panel.get('strong').text()).toBe('第2问')
    expect(document.activeElement).toBe(panel.get('h3').element)
    expect(host.asked.filter(({ name }) => name === 'notices.read')).toHaveLength(1)
    expect(panel.get('h2').text()).toContain('1 条未读')
    await press(panel.get('button.back'))
    expect(row(2).classes()).not.toContain('unread')
    expect(document.activeElement).toBe(row(2).element)
    await press(row(2))
    expect(host.asked.filter(({ name }) => name === 'notices.read')).toHaveLength(1)
  })

  test('its button asks the question again', async () => {
    const { panel, row } = await panelWith([aNotice(1, { link })])
    await press(row(1))
    await press(panel.findAll('button').find((found) => found.text() === '重新提问')!)
    expect(panel.emitted('follow')).toEqual([[link]])
    expect(panel.find('h3').exists()).toBe(false)
  })

  test('what comes while one is read stands in the list and in the counts, and takes nothing away', async () => {
    const { panel, row, host } = await panelWith([aNotice(1)])
    await press(row(1))
    host.emit('notices.changed', { notices: [aNotice(2)], unread: { todo: 0, info: 1 }, arrived: ['0002'] })
    await flushPromises()
    expect(panel.get('h3').text()).toBe('答复更正：第1问')
    await press(panel.get('button.back'))
    expect(panel.findAll('[data-notice]').map((found) => found.attributes('data-notice'))).toEqual(['0002', '0001'])
  })

  test('one that was withdrawn says so in the list and while it is read, and is not read by opening it', async () => {
    const { panel, row, host } = await panelWith([aNotice(2), aNotice(1, { text: '', withdrawnAt: 9 })])
    expect(row(1).text()).toContain('已撤回')
    expect(row(1).classes()).not.toContain('unread')
    await press(row(1))
    expect(panel.get('article').text()).toContain('该消息已由发送单位撤回')
    expect(host.asked.filter(({ name }) => name === 'notices.read')).toHaveLength(0)
    await press(panel.get('button.back'))
    await press(row(2))
    expect(panel.get('strong').text()).toBe('第2问')
    host.emit('notices.changed', { notices: [aNotice(2, { text: '', withdrawnAt: 9 })], unread: { todo: 0, info: 0 }, arrived: [] })
    await flushPromises()
    expect(panel.find('strong').exists()).toBe(false)
    expect(panel.get('article').text()).toContain('该消息已由发送单位撤回')
  })

  test('older ones come when they are asked for', async () => {
    const { panel, host } = await panelWith([aNotice(3), aNotice(2)], { hasMore: true })
    await press(panel.findAll('button').find((found) => found.text() === '查看更早的消息')!)
    expect(host.asked.at(-1)).toEqual({ name: 'notices.more', params: { kind: 'info', before: '0002' } })
    expect(panel.findAll('[data-notice]')).toHaveLength(3)
    expect(panel.text()).not.toContain('查看更早的消息')
  })

  test('with none says so, and opens on 待办提醒', async () => {
    const { panel } = await panelWith([])
    expect(panel.get('[role=tab][aria-selected=true]').text()).toBe('待办提醒')
    expect(panel.text()).toContain('暂无待办提醒')
  })

  test('that could not be loaded offers to try again', async () => {
    const { panel, host } = await panelWith([], { isOpen: false })
    expect(panel.get('[role=alert]').text()).toContain('没有加载成功')
    await press(panel.get('[role=alert] button'))
    expect(host.asked.filter(({ name }) => name === 'notices.open')).toHaveLength(2)
  })
})

describe('the toast', () => {
  afterEach(() => void (document.body.innerHTML = ''))
  const toasts = () => [...document.querySelectorAll('.el-message')].map((found) => found.textContent)
  const listen = async (change: object) => {
    const { host, plugins } = await panelWith([])
    mount(defineComponent({ setup: () => (useNoticeToast(), () => null) }), { global: { plugins } })
    host.emit('notices.changed', change)
    await flushPromises()
  }

  test('names what is new', async () => {
    await listen({ notices: [aNotice(1)], unread: { todo: 0, info: 1 }, arrived: ['0001'] })
    expect(toasts()).toEqual(['新消息：答复更正：第1问'])
  })

  test('counts them when several come at once', async () => {
    await listen({ notices: [aNotice(1), aNotice(2)], unread: { todo: 0, info: 2 }, arrived: ['0001', '0002'] })
    expect(toasts()).toEqual(['您有 2 条新消息，请在「我的消息」中查看。'])
  })

  test('says nothing of what is no news', async () => {
    await listen({ notices: [aNotice(1, { readAt: 3 })], unread: { todo: 0, info: 0 }, arrived: [] })
    expect(toasts()).toEqual([])
  })
})
