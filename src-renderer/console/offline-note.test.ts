// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { expect, test } from 'vitest'
import { fakeHost } from '../features/chat/chat.fixture.ts'
import { useConnectionStore } from '../features/session/index.ts'
import { installHost } from '../host/index.ts'
import { createTexts, uiLocale } from '../ui/index.ts'
import { consoleLocale } from './console.locale.ts'
import OfflineNote from './OfflineNote.vue'

async function noteFor(role: 'agent' | 'supervisor' | 'editor' | 'admin', state: 'online' | 'offline') {
  installHost(fakeHost({ 'connection.get': () => ({ state, retryAt: null, pending: 0 }) }))
  const pinia = createPinia()
  setActivePinia(pinia)
  await useConnectionStore().load()
  return mount(OfflineNote, { props: { role }, global: { plugins: [pinia, createTexts(uiLocale, consoleLocale)] } })
}

test.each([
  ['agent', '写好的消息保存在本机'],
  ['supervisor', '排队情况停在断开之前'],
  ['editor', '正在写的内容不会丢失'],
  ['admin', '请在恢复后再保存'],
] as const)('without a line the note speaks of the work of the %s', async (role, words) => {
  expect((await noteFor(role, 'offline')).get('[role=status]').text()).toContain(words)
})

test('with a line there is no note', async () => {
  expect((await noteFor('editor', 'online')).find('.note').exists()).toBe(false)
})
