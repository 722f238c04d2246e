// @vitest-environment happy-dom
import type { FavouriteView } from '@zhengna/contract/host/favourites.ts'
import type { ArticleId, MessageId } from '@zhengna/contract/ids.ts'
import { failure } from '@zhengna/contract/errors.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { defineComponent } from 'vue'
import { installHost } from '../../host/index.ts'
import { createTexts, uiLocale } from '../../ui/index.ts'
import { chatLocale } from '../chat/index.ts'
import { fakeHost } from '../chat/chat.fixture.ts'
import { recordsLocale } from '../records/index.ts'
import { aFavourite } from './favourite.fixture.ts'
import FavouriteButton from './FavouriteButton.vue'
import { favouritesLocale } from './favourites.locale.ts'
import { useFavouritesStore } from './favourites.store.ts'
import FavouritesPage from './FavouritesPage.vue'
import FavouritesPanel from './FavouritesPanel.vue'
import { useRefusedFavourite } from './use-refused-favourite.ts'

/** A host that keeps what it is told; `isWorking` false: it keeps nothing. */
async function hostWith(favourites: readonly FavouriteView[], { isWorking = true } = {}) {
  let held = [...favourites].sort((a, b) => b.keptAt - a.keptAt)
  const told = (): null => (host.emit('favourites.changed', { refused: null }), null)
  const answers = {
    'favourites.open': () => ({ kept: held.map(({ questionId }) => questionId), latest: held.slice(0, 10) }),
    'favourites.search': ({ text = '', page, pageSize }: { text?: string; page: number; pageSize: number }) => {
      const matching = held.filter(({ asked }) => asked.includes(text))
      return { items: matching.slice((page - 1) * pageSize, page * pageSize), total: matching.length }
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
  const plugins = [pinia, createTexts(uiLocale, chatLocale, recordsLocale, favouritesLocale)]
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
afterEach(() => void (document.body.innerHTML = ''))

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
    expect(panel.emitted('all')).toHaveLength(1)
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
  /** As 个人中心 shows it: what is opened is its to say. */
  const pageWith = async (favourites: readonly FavouriteView[], openedId: string | null = null) => {
    const stand = await hostWith(favourites)
    const page = mount(FavouritesPage, { props: { openedId }, global: stand.global, attachTo: document.body })
    await flushPromises()
    const button = (name: string) => page.findAll('button').find((found) => found.text() === name)!
    const look = async () => {
      await page.get('form').trigger('submit')
      await flushPromises()
    }
    const query = () => stand.host.asked.findLast(({ name }) => name === 'favourites.search')?.params
    return { ...stand, page, button, look, query, rows: () => page.findAll('[data-record]').length }
  }
  const many = Array.from({ length: 45 }, (_, n) => aFavourite(n + 1))

  test('are turned page by page, the last kept first', async () => {
    const { page, button, rows, query } = await pageWith(many)
    expect(rows()).toBe(10)
    expect(page.get('tbody tr').text()).toContain('第45问怎么办？')
    expect(page.text()).toContain('共 45 条')
    await press(button('下一页'))
    expect(query()).toEqual({ page: 2, pageSize: 10 })
    expect(page.get('tbody tr').text()).toContain('第35问怎么办？')
  })

  test('are searched in part and by the day of keeping, and only by 【查询】', async () => {
    const { page, look, rows, query, button } = await pageWith(many)
    const [text, from] = [page.get('input:not([type=date])'), page.get('input[type=date]')]
    await text.setValue(' 第44件 ')
    await from.setValue('2026-11-01')
    expect(query()).toEqual({ page: 1, pageSize: 10 })
    await look()
    expect(query()).toEqual({ text: '第44件', from: '2026-11-01', page: 1, pageSize: 10 })
    expect(rows()).toBe(1)
    await text.setValue('没有这个')
    await look()
    expect(page.text()).toContain('没有符合条件的记录')
    await press(button('重置'))
    expect(query()).toEqual({ page: 1, pageSize: 10 })
    expect(rows()).toBe(10)
  })

  test('are searched also while they are being asked for: Enter is not swallowed', async () => {
    const { global } = await hostWith(many)
    const page = mount(FavouritesPage, { props: { openedId: null }, global, attachTo: document.body })
    expect(page.find('tbody').exists()).toBe(false)
    expect(page.get('[type=submit]').attributes('disabled')).toBeUndefined()
  })

  test('say of each whether it still holds', async () => {
    const { page } = await pageWith([aFavourite(1), aFavourite(2, { currency: 'withdrawn' })])
    const [last, first] = page.findAll('tbody tr').map((row) => row.text())
    expect(last).toContain('已撤回')
    expect(first).toContain('有效')
  })

  test('follow a toggle at once, on the page that is shown', async () => {
    const { page, button, host } = await pageWith(many)
    await press(button('下一页'))
    await host.request('favourites.drop', { questionId: 'q045' as MessageId })
    await flushPromises()
    expect(page.text()).toContain('共 44 条')
    expect(page.get('tbody tr').text()).toContain('第34问怎么办？')
  })

  test('with no line are shown all the same, and that is said', async () => {
    const { page, host, rows } = await pageWith(many)
    expect(page.text()).not.toContain('离线')
    host.emit('connection.changed', { state: 'offline', retryAt: null, unsent: 0 })
    await flushPromises()
    expect(page.get('[role=status]').text()).toContain('离线，显示本机保存的收藏')
    expect(rows()).toBe(10)
  })

  test('with none say how to keep one', async () => {
    const { page } = await pageWith([])
    expect(page.text()).toContain('暂无收藏')
  })

  test('one opened is shown as in the chat, with a way back', async () => {
    const { page, button } = await pageWith(many)
    await press(page.get('[data-record=q044]'))
    expect(page.emitted('open')).toEqual([['q044']])
    await page.setProps({ openedId: 'q044' })
    expect(page.get('h2').text()).toBe('第44问怎么办？')
    expect(page.text()).toContain('这样办理。')
    expect(page.text()).toContain('您的提问：我想问第44件事')
    expect(document.activeElement?.textContent).toContain('返回列表')
    await press(button('返回列表'))
    expect(page.emitted('back')).toHaveLength(1)
  })

  test('one opened stays to be read when it is dropped, and can be kept again', async () => {
    const { page, button } = await pageWith(many, 'q044')
    await press(button('收藏'))
    expect(page.get('h2').text()).toBe('第44问怎么办？')
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
    const { page, button } = await pageWith([favourite], favourite.questionId)
    expect(page.get('[role=note]').text()).toContain(said)
    await press(button('重新提问'))
    expect(page.emitted('ask')).toEqual([[{ question: '第1问怎么办？', articleId }]])
  })
})

test('what was kept with no line and refused later is told with its reason', async () => {
  const { host, global } = await hostWith([])
  mount(defineComponent({ setup: () => (useRefusedFavourite(), () => null) }), { global })
  host.emit('favourites.changed', { refused: failure('FAVOURITES_FULL', { max: 500 }) })
  await flushPromises()
  expect(toasts()).toEqual(['最多收藏 500 条答复，请先取消一些收藏。'])
})
