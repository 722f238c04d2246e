// @vitest-environment happy-dom
import type { FavouriteView } from '@zhengna/contract/host/favourites.ts'
import type { ArticleId, MessageId } from '@zhengna/contract/ids.ts'
import { failure } from '@zhengna/contract/errors.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { defineComponent } from 'vue'
import { installHost } from '../../host/index.ts'
import { createTexts, uiLocale } from '../../ui/index.ts'
import { chatLocale } from '../chat/index.ts'
import { fakeHost } from '../chat/chat.fixture.ts'
import { aFavourite } from './favourite.fixture.ts'
import FavouriteBrowser from './FavouriteBrowser.vue'
import FavouriteButton from './FavouriteButton.vue'
import { favouritesLocale } from './favourites.locale.ts'
import { useFavouritesStore } from './favourites.store.ts'
import FavouritesPanel from './FavouritesPanel.vue'
import { useRefusedFavourite } from './use-refused-favourite.ts'

const PAGE = 20

/** A host that keeps what it is told; `isWorking` false: it keeps nothing. */
async function hostWith(favourites: readonly FavouriteView[], { isWorking = true } = {}) {
  let held = [...favourites].sort((a, b) => b.keptAt - a.keptAt)
  const told = (): null => (host.emit('favourites.changed', { refused: null }), null)
  const answers = {
    'favourites.open': () => ({ kept: held.map(({ questionId }) => questionId), latest: held.slice(0, 10) }),
    'favourites.list': ({ search, after }: { search: string; after: MessageId | null }) => {
      const matching = held.filter(({ asked }) => asked.includes(search))
      const start = matching.findIndex(({ questionId }) => questionId === after) + 1
      return { favourites: matching.slice(start, start + PAGE), total: matching.length }
    },
    'favourites.keep': ({ messageId }: { messageId: MessageId }) => {
      held = [{ ...aFavourite(999), messageId, questionId: messageId.replace('a', 'q') as MessageId }, ...held]
      return told()
    },
    'favourites.drop': ({ questionId }: { questionId: MessageId }) => {
      held = held.filter((favourite) => favourite.questionId !== questionId)
      return told()
    },
  }
  const host = fakeHost(isWorking ? answers : {})
  installHost(host)
  const pinia = createPinia()
  setActivePinia(pinia)
  const plugins = [pinia, createTexts(uiLocale, chatLocale, favouritesLocale)]
  const store = useFavouritesStore()
  await store.open()
  await flushPromises()
  return { host, store, global: { plugins } }
}
type Pressable = { trigger: (name: string) => Promise<void> }
const press = async (element: Pressable) => {
  await element.trigger('click')
  await flushPromises()
}
const toasts = () => [...document.querySelectorAll('.el-message')].map((found) => found.textContent)
beforeEach(() => void (document.body.innerHTML = ''))
afterEach(() => {
  document.body.innerHTML = ''
  vi.useRealTimers()
})

describe('「收藏」', () => {
  const props = { messageId: 'a001' as MessageId, questionId: 'q001' as MessageId }
  const buttonWith = async (favourites: readonly FavouriteView[], isWorking = true) => {
    const stand = await hostWith(favourites, { isWorking })
    return { ...stand, button: mount(FavouriteButton, { props, global: stand.global, attachTo: document.body }) }
  }
  const isPressed = (button: { attributes: (name: string) => string | undefined }) => button.attributes('aria-pressed')

  test('keeps the answer, shows it before the host has it, and says so', async () => {
    const { button, host } = await buttonWith([])
    expect(isPressed(button)).toBe('false')
    const pressed = button.trigger('click')
    await Promise.resolve()
    expect(useFavouritesStore().kept.has(props.questionId)).toBe(true)
    await pressed
    await flushPromises()
    expect(isPressed(button)).toBe('true')
    expect(host.asked).toContainEqual({ name: 'favourites.keep', params: { messageId: 'a001' } })
    expect(toasts()).toEqual(['收藏成功'])
    expect(button.text()).toBe('收藏')
  })

  test('pressed again keeps it no longer', async () => {
    const { button, host } = await buttonWith([aFavourite(1)])
    expect(isPressed(button)).toBe('true')
    await press(button)
    expect(isPressed(button)).toBe('false')
    expect(host.asked).toContainEqual({ name: 'favourites.drop', params: { questionId: 'q001' } })
    expect(toasts()).toEqual(['已取消收藏'])
  })

  test('that could not be kept springs back and says why', async () => {
    const { button } = await buttonWith([], false)
    await press(button)
    expect(isPressed(button)).toBe('false')
    expect(toasts()).toEqual([failure('HOST_OFFLINE').message])
  })

  test('follows what is toggled elsewhere', async () => {
    const { button, host } = await buttonWith([])
    await host.request('favourites.keep', { messageId: props.messageId })
    await flushPromises()
    expect(isPressed(button)).toBe('true')
  })
})

describe('我的收藏 beside the talk', () => {
  const panelWith = async (favourites: readonly FavouriteView[], options = {}) => {
    const stand = await hostWith(favourites, options)
    return { ...stand, panel: mount(FavouritesPanel, { global: stand.global, attachTo: document.body }) }
  }

  test('has the last kept first, and says of each whether it still holds', async () => {
    const { panel } = await panelWith([aFavourite(1), aFavourite(2, { currency: 'withdrawn' })])
    const rows = panel.findAll('[data-favourite]').map((row) => row.text())
    expect(rows[0]).toContain('第2问怎么办？已撤回')
    expect(rows[1]).not.toContain('已')
    await press(panel.get('[data-favourite=q001]'))
    expect(panel.emitted('open')).toMatchObject([[{ questionId: 'q001' }]])
  })

  test('leads on to all of them', async () => {
    const { panel } = await panelWith([])
    expect(panel.text()).toContain('点击答复下方的「收藏」')
    await press(panel.get('button'))
    expect(panel.emitted('more')).toHaveLength(1)
  })

  test('that could not be loaded offers to try again, and another person finds nothing', async () => {
    const { panel, host, store } = await panelWith([], { isWorking: false })
    await press(panel.get('[role=alert] button'))
    expect(host.asked.filter(({ name }) => name === 'favourites.open')).toHaveLength(2)
    store.reset()
    expect([store.kept.size, store.latest.length, store.isLoaded]).toEqual([0, 0, false])
  })
})

describe('all favourites', () => {
  const browserWith = async (favourites: readonly FavouriteView[], first: FavouriteView | null = null) => {
    const stand = await hostWith(favourites)
    const browser = mount(FavouriteBrowser, { props: { first }, global: stand.global, attachTo: document.body })
    await flushPromises()
    const button = (name: string) => browser.findAll('button').find((found) => found.text() === name)!
    return { ...stand, browser, button, rows: () => browser.findAll('[data-favourite]').length }
  }
  const many = Array.from({ length: 45 }, (_, n) => aFavourite(n + 1))

  test('come page after page', async () => {
    const { browser, button, rows } = await browserWith(many)
    expect(rows()).toBe(20)
    await press(button('查看更多收藏'))
    await press(button('查看更多收藏'))
    expect(rows()).toBe(45)
    expect(browser.text()).not.toContain('查看更多收藏')
    expect(browser.text()).toContain('共 45 条')
  })

  test('are searched in part', async () => {
    vi.useFakeTimers()
    const { browser, rows } = await browserWith(many)
    const search = async (typed: string) => {
      await browser.get('input').setValue(typed)
      await vi.advanceTimersByTimeAsync(250)
      await flushPromises()
    }
    await search('第44件')
    expect(rows()).toBe(1)
    await search('没有这个')
    expect(browser.text()).toContain('没有找到相关收藏')
    await search('')
    expect(rows()).toBe(20)
  })

  test('stay where they were scrolled to when something is toggled', async () => {
    const { button, rows, host } = await browserWith(many)
    await press(button('查看更多收藏'))
    await host.request('favourites.drop', { questionId: 'q045' as MessageId })
    await flushPromises()
    expect(rows()).toBe(40)
  })

  test('with none say how to keep one', async () => {
    const { browser } = await browserWith([])
    expect(browser.text()).toContain('暂无收藏')
  })

  test('one opened is shown as in the chat, and back leads to its row', async () => {
    const { browser, button } = await browserWith(many)
    await press(browser.get('[data-favourite=q044]'))
    expect(browser.get('h2').text()).toBe('第44问怎么办？')
    expect(browser.text()).toContain('这样办理。')
    expect(browser.text()).toContain('您的提问：我想问第44件事')
    expect(document.activeElement?.textContent).toContain('返回列表')
    await press(button('返回列表'))
    expect(document.activeElement?.getAttribute('data-favourite')).toBe('q044')
  })

  test('one opened stays to be read when it is dropped, and can be kept again', async () => {
    const { browser, button } = await browserWith(many, many[3]!)
    await press(button('收藏'))
    expect(browser.get('h2').text()).toBe('第4问怎么办？')
    expect(button('收藏').attributes('aria-pressed')).toBe('false')
    await press(button('收藏'))
    expect(button('收藏').attributes('aria-pressed')).toBe('true')
  })

  const papers = { articleId: 'deed-tax' as ArticleId, version: 1 } as never
  test.each([
    ['changed', '已有更新', 'deed-tax'],
    ['withdrawn', '已撤回', null],
    ['expired', '已过有效期', null],
  ] as const)('one that is %s says so and is asked again', async (currency, said, articleId) => {
    const { answer, ...rest } = aFavourite(1, { currency })
    const favourite = { ...rest, answer: { ...answer, papers: { ...(papers as object), basis: [], effective: {} } as never } }
    const { browser, button } = await browserWith([favourite], favourite)
    expect(browser.get('[role=note]').text()).toContain(said)
    await press(button('重新提问'))
    expect(browser.emitted('ask')).toEqual([[{ question: '第1问怎么办？', articleId }]])
  })
})

test('what was kept with no line and refused later is told with its reason', async () => {
  const { host, global } = await hostWith([])
  mount(defineComponent({ setup: () => (useRefusedFavourite(), () => null) }), { global })
  host.emit('favourites.changed', { refused: failure('FAVOURITES_FULL', { max: 500 }) })
  await flushPromises()
  expect(toasts()).toEqual(['最多收藏 500 条答复，请先取消一些收藏。'])
})
