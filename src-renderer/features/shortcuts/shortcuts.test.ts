// @vitest-environment happy-dom
import { shortcutPlaces, type Shortcut, type ShortcutAction } from '@zhengna/contract/domain/shortcut.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { failure } from '@zhengna/contract/errors.ts'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { installHost } from '../../host/index.ts'
import { runShortcut } from '../../taxpayer/run-shortcut.ts'
import { createTexts, uiLocale } from '../../ui/index.ts'
import { fakeHost } from '../chat/chat.fixture.ts'
import { movedTo } from './moved-to.ts'
import ShortcutBar from './ShortcutBar.vue'
import ShortcutManager from './ShortcutManager.vue'
import { shortcutsLocale } from './shortcuts.locale.ts'
import { useShortcutsStore } from './shortcuts.store.ts'
import ShortcutsDialog from './ShortcutsDialog.vue'

const link: ShortcutAction = { kind: 'link', url: 'https://www.chinatax.gov.cn' }
const aTile = (id: string, action: ShortcutAction = link): Shortcut => ({
  id: id as Shortcut['id'],
  name: `入口${id}`,
  summary: `${id}的说明`,
  icon: 'globe',
  action,
})
const person = aTile('p', { kind: 'open', place: 'person', topicId: null })
const catalogue = [person, ...['a', 'b', 'c', 'd'].map((id) => aTile(id))]

async function hostWith(shown: readonly string[] | null, { isWorking = true, tiles = catalogue } = {}) {
  let held = shown
  const defaults = ['a', 'b'] as Shortcut['id'][]
  const host = fakeHost({
    'shortcuts.open': () => held && { catalogue: tiles, defaults, shown: held },
    ...(isWorking && {
      'shortcuts.choose': ({ ids }: { ids: string[] }) => {
        held = ids
        host.emit('shortcuts.changed', null)
        return null
      },
    }),
  })
  installHost(host)
  const pinia = createPinia()
  setActivePinia(pinia)
  const store = useShortcutsStore()
  await store.load()
  const chosen = () => host.asked.filter(({ name }) => name === 'shortcuts.choose').map(({ params }) => (params as { ids: string[] }).ids)
  return { host, store, chosen, options: { global: { plugins: [pinia, createTexts(uiLocale, shortcutsLocale)] }, attachTo: document.body } }
}
type Wrapper = Pick<VueWrapper, 'findAll'>
const named = (wrapper: Wrapper, name: string) =>
  wrapper.findAll('button').find((button) => (button.attributes('aria-label') ?? button.text()).startsWith(name))!
const press = async (wrapper: Wrapper, name: string) => {
  await named(wrapper, name).trigger('click')
  await flushPromises()
}
const focused = () => document.activeElement?.getAttribute('aria-label')
beforeEach(() => void (document.body.innerHTML = ''))
afterEach(() => void (document.body.innerHTML = ''))

describe('the bar', () => {
  const barWith = async (shown: readonly string[] | null, unavailable: readonly 'person'[] = []) => {
    const stand = await hostWith(shown)
    return { ...stand, bar: mount(ShortcutBar, { props: { unavailable }, ...stand.options }) }
  }
  const tiles = (bar: Wrapper) => bar.findAll('.tile').map((tile) => tile.find('.name').text().slice(0, 3))

  test('has the chosen tiles in their order, says which leave the window, and runs what is pressed', async () => {
    const { bar } = await barWith(['b', 'p'])
    expect(tiles(bar)).toEqual(['入口b', '入口p'])
    expect(bar.findAll('.tile').map((tile) => tile.text().includes('在浏览器中打开'))).toEqual([true, false])
    await press(bar, '入口b')
    expect(bar.emitted('run')).toEqual([[catalogue[2]]])
  })

  test('a tile whose place cannot be opened just now cannot be pressed', async () => {
    const { bar } = await barWith(['p', 'a'], ['person'])
    expect(named(bar, '入口p').attributes('disabled')).toBeDefined()
    expect(named(bar, '入口a').attributes('disabled')).toBeUndefined()
  })

  test('with none chosen says where they are added; before any came, when they come', async () => {
    expect((await barWith([])).bar.text()).toContain('可在「管理」中添加')
    const { bar } = await barWith(null)
    expect(bar.text()).toContain('将在连接服务后显示')
    expect(bar.text()).not.toContain('管理')
  })

  test('follows what is chosen elsewhere, and keeps nothing for another person', async () => {
    const { bar, host, store } = await barWith(['a'])
    await host.request('shortcuts.choose', { ids: ['c'] as Shortcut['id'][] })
    await flushPromises()
    expect(tiles(bar)).toEqual(['入口c'])
    store.reset()
    expect([store.shown, store.isLoaded]).toEqual([[], false])
  })
})

describe('「管理」', () => {
  const managerWith = async (shown: readonly string[], options = {}) => {
    const stand = await hostWith(shown, options)
    return { ...stand, manager: mount(ShortcutManager, stand.options) }
  }

  test('adds at the end and removes, each lasting at once, and says so to those who hear it', async () => {
    const { manager, chosen } = await managerWith(['a', 'b'])
    await press(manager, '添加：入口c')
    expect(manager.get('[role=status]').text()).toBe('已添加：入口c')
    await press(manager, '移除：入口a')
    expect(chosen()).toEqual([
      ['a', 'b', 'c'],
      ['b', 'c'],
    ])
    expect(focused()).toBe('移除：入口b')
  })

  test('moves by keyboard, the focus with the row', async () => {
    const { manager, chosen } = await managerWith(['a', 'b', 'c'])
    await press(manager, '后移：入口a')
    expect(focused()).toBe('后移：入口a')
    await press(manager, '后移：入口a')
    expect(chosen().at(-1)).toEqual(['b', 'c', 'a'])
    expect(focused()).toBe('前移：入口a')
    expect(named(manager, '前移：入口b').attributes('disabled')).toBeDefined()
  })

  test('moves by dragging', async () => {
    const { manager, chosen } = await managerWith(['a', 'b', 'c'])
    const row = (id: string) => manager.get(`.shown [data-shortcut=${id}]`)
    await row('c').trigger('dragstart')
    await row('a').trigger('dragover')
    await row('a').trigger('drop')
    await flushPromises()
    expect(chosen()).toEqual([['c', 'a', 'b']])
  })

  test('full takes no more and says why', async () => {
    const tiles = Array.from({ length: limits.shortcutsShownMax + 1 }, (_, n) => aTile(`t${n}`))
    const { manager } = await managerWith(
      tiles.slice(1).map(({ id }) => id),
      { tiles },
    )
    expect(manager.text()).toContain('最多显示 10 个')
    expect(named(manager, '添加').attributes('disabled')).toBeDefined()
  })

  test('what could not be kept springs back and says why', async () => {
    const { manager, store } = await managerWith(['a'], { isWorking: false })
    await press(manager, '移除：入口a')
    expect(store.shown.map(({ id }) => id)).toEqual(['a'])
    expect(document.querySelector('.el-message')?.textContent).toBe(failure('HOST_OFFLINE').message)
  })
})

test('「更多」 has all tiles with what they are good for, and leads to 「管理」 and its default', async () => {
  const { options, chosen } = await hostWith(['c'])
  const dialog = mount(ShortcutsDialog, { props: { unavailable: [] }, ...options })
  expect(dialog.findAll('.tile')).toHaveLength(catalogue.length)
  expect(dialog.text()).toContain('d的说明')
  await press(dialog, '管理')
  await press(dialog, '恢复默认')
  expect(chosen()).toEqual([['a', 'b']])
  await press(dialog, '完成')
  expect(dialog.emitted('close')).toHaveLength(1)
})

test('every kind of tile leads somewhere', () => {
  const done: unknown[] = []
  const places = Object.fromEntries(shortcutPlaces.map((place) => [place, (topicId: unknown) => done.push([place, topicId])])) as never
  const run = (action: ShortcutAction) =>
    runShortcut(aTile('x', action), { ask: (question) => done.push(question), openLink: (url) => done.push(url), places })
  run(link)
  run({ kind: 'ask', question: '怎么办', articleId: null })
  run({ kind: 'open', place: 'packs', topicId: 't' as never })
  expect(done).toEqual([link.url, { question: '怎么办', articleId: null }, ['packs', 't']])
})

test.each([
  [0, 'cab'],
  [1, 'acb'],
  [2, 'abc'],
])('an item moved to place %i stands there', (place, result) => {
  expect(movedTo(['a', 'b', 'c'], 'c', place).join('')).toBe(result)
})
