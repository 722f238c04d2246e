// @vitest-environment happy-dom
import { roles, type Role } from '@zhengna/contract/domain/person.ts'
import { createPinia, setActivePinia } from 'pinia'
import { expect, test } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import { fakeHost } from '../features/chat/chat.fixture.ts'
import { useSessionStore } from '../features/session/index.ts'
import { installHost } from '../host/index.ts'
import { createConsoleRouter } from './console-router.ts'

async function arriveAs(role: Role | null, path: string) {
  installHost(
    fakeHost({ 'session.get': () => (role === null ? { status: 'signed-out' } : { status: 'signed-in', person: { id: 'p', role } }) }),
  )
  setActivePinia(createPinia())
  await useSessionStore().load()
  const router = createConsoleRouter(createMemoryHistory())
  await router.push(path)
  return router.currentRoute.value.name
}

test.each([
  ['agent', 'workbench'],
  ['supervisor', 'monitor.wall'],
  ['editor', 'editing.articles'],
  ['admin', 'administration.settings'],
] as const)('%s begins at %s', async (role, page) => {
  expect(await arriveAs(role, '/')).toBe(page)
})

test.each(roles.filter((role) => role !== 'taxpayer' && role !== 'editor'))('%s finds answers on the knowledge page', async (role) => {
  expect(await arriveAs(role, '/knowledge')).toBe('knowledge')
})

test('the knowledge page of an editor is a desk, and its first section the beginning', async () => {
  expect(await arriveAs('editor', '/knowledge')).toBe('editing.articles')
  expect(await arriveAs('editor', '/knowledge/reviews')).toBe('editing.reviews')
})

test("a page of another role leads to one's own first page", async () => {
  expect(await arriveAs('editor', '/workbench')).toBe('editing.articles')
  expect(await arriveAs('admin', '/workbench')).toBe('administration.settings')
  expect(await arriveAs('supervisor', '/administration')).toBe('monitor.wall')
})

test('who has not signed in reaches no page', async () => {
  expect(await arriveAs(null, '/workbench')).toBe('start')
})

test('a reload keeps the address until the host has said who is here', async () => {
  setActivePinia(createPinia())
  const router = createConsoleRouter(createMemoryHistory())
  await router.push('/knowledge/write?topic=vat')
  expect(router.currentRoute.value).toMatchObject({ name: 'start', fullPath: '/knowledge/write?topic=vat' })
})
