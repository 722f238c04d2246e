// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import { createMemoryHistory, RouterView } from 'vue-router'
import { installAdministration } from '../features/administration/administration.fixture.ts'
import { useSessionStore } from '../features/session/index.ts'
import { administrationSections } from './administration-sections.ts'
import { createConsoleRouter } from './console-router.ts'

afterEach(() => void (document.body.innerHTML = ''))

test('系统管理 lists its sections, and opens the first', async () => {
  const { plugins } = installAdministration()
  useSessionStore().view = { status: 'signed-in', person: { id: 'a', role: 'admin' } } as never
  const router = createConsoleRouter(createMemoryHistory())
  await router.push({ name: 'administration' })
  const page = mount(RouterView, { global: { plugins: [...plugins, router] } })
  await flushPromises()
  expect(page.get('h1').text()).toBe('系统管理')
  expect(page.findAll('nav a')).toHaveLength(administrationSections.length)
  expect(page.get('nav a.here').text()).toBe('参数设置')
  page.unmount()
})
