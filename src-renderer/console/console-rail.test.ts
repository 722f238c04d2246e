// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import { fakeHost } from '../features/chat/chat.fixture.ts'
import { useSessionStore } from '../features/session/index.ts'
import { installHost } from '../host/index.ts'
import { createTexts, uiLocale } from '../ui/index.ts'
import { consoleLocale } from './console.locale.ts'
import { createConsoleRouter } from './console-router.ts'
import ConsoleRail from './ConsoleRail.vue'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

async function railOf(role: 'agent' | 'admin') {
  let counts = { leaveMessages: 3, workOrders: 0, appointments: 120 }
  const host = fakeHost({ 'inbox.counts': () => ({ counts }) })
  installHost(host)
  const pinia = createPinia()
  setActivePinia(pinia)
  useSessionStore().view = { status: 'signed-in', person: { id: 'p', role } } as never
  const rail = mount(ConsoleRail, {
    props: { role },
    global: { plugins: [pinia, createTexts(uiLocale, consoleLocale), createConsoleRouter(createMemoryHistory())] },
  })
  await flushPromises()
  const link = (name: string) =>
    rail
      .findAll('a')
      .find((one) => one.text().startsWith(name))!
      .text()
  return { host, link, become: (next: typeof counts) => void (counts = next) }
}

test('each desk has what waits at it beside its name; nothing is no number', async () => {
  const { link } = await railOf('agent')
  expect(link('留言')).toContain('3 项待处理')
  expect(link('预约')).toContain('99+')
  expect(link('工单')).toBe('工单')
})

test('the numbers follow what changes at the office, asked once for many changes, and come anew with the line', async () => {
  const { host, link, become } = await railOf('agent')
  become({ leaveMessages: 4, workOrders: 1, appointments: 0 })
  for (const id of ['a', 'b', 'c']) host.emit('desk.recordChanged', { page: 'leave-message', id, news: null })
  await vi.advanceTimersByTimeAsync(400)
  await flushPromises()
  expect(link('留言')).toContain('4 项待处理')
  expect(host.asked.filter(({ name }) => name === 'inbox.counts')).toHaveLength(2)
  become({ leaveMessages: 0, workOrders: 0, appointments: 0 })
  host.emit('records.missed', {})
  await vi.advanceTimersByTimeAsync(400)
  await flushPromises()
  expect(link('留言')).toBe('留言')
})

test('who has no desk is counted nothing', async () => {
  expect((await railOf('admin')).host.asked).toEqual([])
})
