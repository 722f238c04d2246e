import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DesktopMatter } from '@zhengna/contract/host/desktop.ts'
import { defaultSettings } from '@zhengna/contract/host/shell.ts'
import { createEvents, type Events } from '../events.ts'
import type { ShellNotes } from '../ports.ts'
import { createDesktop, type Desktop, type DesktopCall } from './desktop.ts'

const MINUTE_MS = 60_000
let events: Events
let heard: [string, unknown][]
let isOn: boolean
let sounded: number
beforeEach(() => {
  vi.useFakeTimers()
  events = createEvents()
  heard = []
  sounded = 0
  events.subscribe((name, payload) => {
    if (name === 'desktop.sounded') sounded += 1
    else heard.push([name, payload])
  })
  isOn = true
})
afterEach(() => vi.useRealTimers())

/** With nobody before the window. */
function open(notes: ShellNotes | null = null): Desktop {
  const desktop = createDesktop({ notes, events, isOn: () => isOn })
  desktop.watch(false)
  return desktop
}
const aCall = (change: Partial<DesktopCall> = {}): DesktopCall => ({
  matter: 'notices',
  key: 'one',
  title: '您有一条待办提醒',
  text: '请确认',
  id: 'one',
  everyMs: 10 * MINUTE_MS,
  endsAt: null,
  ...change,
})
const names = () => heard.map(([name]) => name)

describe('a call', () => {
  it('is shown at once, and again every so often until it is settled', () => {
    const desktop = open()
    desktop.call(aCall())
    expect(heard).toEqual([['desktop.note', { matter: 'notices', title: '您有一条待办提醒', text: '请确认' }]])
    vi.advanceTimersByTime(20 * MINUTE_MS)
    expect(names()).toHaveLength(3)
    desktop.settle('notices')
    expect(heard.at(-1)).toEqual(['desktop.settled', { matter: 'notices' }])
    vi.advanceTimersByTime(60 * MINUTE_MS)
    expect(names()).toHaveLength(4)
  })

  it('made again with the same key waits for its turn, and says then what is true then', () => {
    const desktop = open()
    desktop.call(aCall())
    vi.advanceTimersByTime(9 * MINUTE_MS)
    desktop.call(aCall({ title: '您有 2 条待办提醒' }))
    expect(names()).toHaveLength(1)
    vi.advanceTimersByTime(MINUTE_MS)
    expect(heard.at(-1)).toMatchObject(['desktop.note', { title: '您有 2 条待办提醒' }])
  })

  it('with another key is news and shown at once', () => {
    const desktop = open()
    desktop.call(aCall())
    desktop.call(aCall({ key: 'two' }))
    expect(names()).toEqual(['desktop.note', 'desktop.note'])
  })

  it('is not shown to whom has the window before them, and is when they have left it', () => {
    const desktop = open()
    desktop.watch(true)
    desktop.call(aCall())
    expect(names()).toEqual([])
    desktop.watch(false)
    vi.advanceTimersByTime(10 * MINUTE_MS)
    expect(names()).toEqual(['desktop.note'])
    desktop.watch(true)
    expect(names()).toEqual(['desktop.note', 'desktop.settled'])
  })

  it('is shown when the window that was watched has gone without a word', () => {
    const desktop = open()
    desktop.watch(true)
    desktop.call(aCall({ everyMs: MINUTE_MS }))
    vi.advanceTimersByTime(MINUTE_MS)
    expect(names()).toEqual(['desktop.note'])
  })

  it('is heard as often as it is shown, by whomever', () => {
    const desktop = open({ show: () => undefined, close: () => undefined })
    desktop.call(aCall())
    vi.advanceTimersByTime(10 * MINUTE_MS)
    expect(sounded).toBe(2)
    desktop.watch(true)
    vi.advanceTimersByTime(MINUTE_MS / 2)
    desktop.call(aCall({ key: 'two' }))
    expect(sounded).toBe(2)
  })

  it('is not shown at the very start: who started the program is before it', () => {
    createDesktop({ notes: null, events, isOn: () => isOn }).call(aCall())
    expect(names()).toEqual([])
  })

  it('is never shown where the person turned notes off, and goes when they do', () => {
    const desktop = open()
    desktop.call(aCall())
    isOn = false
    events.emit('settings.changed', { ...defaultSettings, desktopNotes: false })
    expect(heard.at(-1)?.[0]).toBe('desktop.settled')
    vi.advanceTimersByTime(60 * MINUTE_MS)
    expect(names().filter((name) => name === 'desktop.note')).toHaveLength(1)
  })

  it('that has an end is over then, though nobody says so', () => {
    const desktop = open()
    desktop.call(aCall({ everyMs: MINUTE_MS, endsAt: Date.now() + 2 * MINUTE_MS }))
    vi.advanceTimersByTime(60 * MINUTE_MS)
    expect(names()).toEqual(['desktop.note', 'desktop.note', 'desktop.settled'])
  })

  it('pressed says what the window is to open; settled meanwhile, it opens all of that kind', () => {
    const desktop = open()
    desktop.call(aCall())
    desktop.press('notices')
    expect(heard.slice(-2)).toEqual([
      ['desktop.settled', { matter: 'notices' }],
      ['desktop.pressed', { matter: 'notices', id: 'one' }],
    ])
    desktop.settle('notices')
    desktop.press('notices')
    expect(heard.at(-1)).toEqual(['desktop.pressed', { matter: 'notices', id: null }])
  })
})

it('a shell with notes of its own shows them, closes them and hears of the press', () => {
  const shown: [string, string][] = []
  let pressed: () => void = () => undefined
  const desktop = open({
    show: ({ title }, onPress) => {
      shown.push(['show', title])
      pressed = onPress
    },
    close: (matter: DesktopMatter) => shown.push(['close', matter]),
  })
  desktop.call(aCall())
  pressed()
  desktop.call(aCall({ key: 'two' }))
  desktop.settleAll()
  expect(shown).toEqual([
    ['show', '您有一条待办提醒'],
    ['close', 'notices'],
    ['show', '您有一条待办提醒'],
    ['close', 'notices'],
  ])
  expect(names()).toEqual(['desktop.pressed'])
})
