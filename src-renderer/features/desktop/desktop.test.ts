// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { installHost } from '../../host/index.ts'
import { createTexts, ElDropdown, ElDropdownMenu, uiLocale } from '../../ui/index.ts'
import { fakeHost } from '../chat/chat.fixture.ts'
import { useSettingsStore } from '../settings/index.ts'
import { desktopLocale } from './desktop.locale.ts'
import DesktopNotesItem from './DesktopNotesItem.vue'
import { useDesktopNotes } from './use-desktop-notes.ts'

/** The browser's own. */
class BrowserNote {
  static permission: NotificationPermission = 'granted'
  static shown: BrowserNote[] = []
  static requestPermission = () => Promise.resolve((BrowserNote.permission = 'granted'))
  onclick: () => void = () => undefined
  readonly title: string
  constructor(title: string) {
    this.title = title
    BrowserNote.shown.push(this)
  }
  close(): void {
    BrowserNote.shown = BrowserNote.shown.filter((one) => one !== this)
  }
}
beforeEach(() => {
  BrowserNote.permission = 'granted'
  BrowserNote.shown = []
  vi.stubGlobal('Notification', BrowserNote)
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

const note = { matter: 'notices', title: '您有一条待办提醒', text: '请确认' } as const
function open() {
  const host = fakeHost({ 'desktop.watch': () => null, 'desktop.press': () => null })
  installHost(host)
  setActivePinia(createPinia())
  const isUp = ref(true)
  const pressed: unknown[] = []
  mount(defineComponent({ setup: () => (useDesktopNotes(isUp, (what) => pressed.push(what)), () => null) }))
  const said = () =>
    host.asked.filter(({ name }) => name === 'desktop.watch').map(({ params }) => (params as { isWatched: boolean }).isWatched)
  return { host, isUp, pressed, said }
}

describe('this window', () => {
  test('says when it is left and when somebody is back, and is not watched while it is folded up', async () => {
    const { said, isUp } = open()
    window.dispatchEvent(new Event('focus'))
    await flushPromises()
    expect(said().at(-1)).toBe(true)
    window.dispatchEvent(new Event('blur'))
    await flushPromises()
    expect(said().at(-1)).toBe(false)
    window.dispatchEvent(new Event('focus'))
    isUp.value = false
    await flushPromises()
    expect(said().at(-1)).toBe(false)
  })

  test('shows a note of the desktop, one a matter, and takes it away once it is settled', () => {
    const { host } = open()
    host.emit('desktop.note', note)
    host.emit('desktop.note', { ...note, title: '您有 2 条待办提醒' })
    expect(BrowserNote.shown.map(({ title }) => title)).toEqual(['您有 2 条待办提醒'])
    host.emit('desktop.settled', { matter: 'notices' })
    expect(BrowserNote.shown).toEqual([])
  })

  test('tells the host of a press, and leads where the host says', () => {
    const { host, pressed } = open()
    host.emit('desktop.note', note)
    BrowserNote.shown[0]!.onclick()
    expect(host.asked.at(-1)).toEqual({ name: 'desktop.press', params: { matter: 'notices' } })
    host.emit('desktop.pressed', { matter: 'notices', id: 'one' })
    expect(pressed).toEqual([{ matter: 'notices', id: 'one' }])
  })

  test('sounds with every note, unless the person wants quiet', async () => {
    const played: number[] = []
    class Audio {
      readonly currentTime = 0
      readonly destination = {}
      resume = () => Promise.resolve()
      createGain = () => ({
        gain: { setValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined },
        connect: (next: object) => next,
      })
      createOscillator = () => ({
        frequency: { value: 0 },
        connect: (next: object) => next,
        start: (at: number) => played.push(at),
        stop: () => undefined,
      })
    }
    vi.stubGlobal('AudioContext', Audio)
    const { host } = open()
    host.emit('desktop.sounded', { matter: 'message' })
    await flushPromises()
    expect(played).toHaveLength(2)
    host.emit('settings.changed', { theme: 'system', fontStep: 0, desktopNotes: true, desktopSounds: false })
    host.emit('desktop.sounded', { matter: 'message' })
    await flushPromises()
    expect(played).toHaveLength(2)
  })

  test('that the browser does not let show notes shows none', () => {
    BrowserNote.permission = 'denied'
    open().host.emit('desktop.note', note)
    expect(BrowserNote.shown).toEqual([])
  })
})

describe('桌面通知 in the menu', () => {
  async function itemWith(isPageNoting: boolean) {
    const host = fakeHost({
      'settings.set': (change: object) => ({ theme: 'system', fontStep: 0, desktopNotes: true, desktopSounds: true, ...change }),
    })
    installHost(host)
    const pinia = createPinia()
    setActivePinia(pinia)
    useSettingsStore()
    const menu = () =>
      h(
        ElDropdown,
        { trigger: 'click', persistent: true },
        { default: () => h('button'), dropdown: () => h(ElDropdownMenu, () => h(DesktopNotesItem, { isPageNoting })) },
      )
    mount(menu, { global: { plugins: [pinia, createTexts(uiLocale, desktopLocale)] }, attachTo: document.body })
    await flushPromises()
    const text = () => document.querySelector('.el-dropdown-menu__item')?.textContent.trim()
    const press = async () => {
      document.querySelector<HTMLElement>('.el-dropdown-menu__item')!.click()
      await flushPromises()
    }
    return { host, text, press }
  }

  test('turns notes off and on again', async () => {
    const { host, text, press } = await itemWith(false)
    expect(text()).toBe('桌面通知：已开启')
    await press()
    expect(host.asked.at(-1)).toEqual({ name: 'settings.set', params: { desktopNotes: false } })
    expect(text()).toBe('桌面通知：已关闭')
    await press()
    expect(text()).toBe('桌面通知：已开启')
  })

  test('asks the browser where it was not asked yet', async () => {
    BrowserNote.permission = 'default'
    const { text, press } = await itemWith(true)
    expect(text()).toBe('桌面通知：待浏览器允许')
    await press()
    expect(text()).toBe('桌面通知：已开启')
  })
})
