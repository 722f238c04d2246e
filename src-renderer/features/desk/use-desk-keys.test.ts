// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { useDeskKeys } from './use-desk-keys.ts'

const keys = { takeNext: vi.fn(), goTo: vi.fn(), search: vi.fn() }
const press = (init: KeyboardEventInit) => {
  const event = new KeyboardEvent('keydown', { ...init, cancelable: true, bubbles: true })
  window.dispatchEvent(event)
  return event.defaultPrevented
}

describe('the keyboard', () => {
  let desk: ReturnType<typeof mount>
  beforeEach(() => {
    vi.clearAllMocks()
    desk = mount({ setup: () => useDeskKeys(keys), template: '<i />' })
  })
  afterEach(() => {
    desk.unmount()
    document.body.innerHTML = ''
  })

  test.each([
    ['Ctrl+K', { code: 'KeyK', ctrlKey: true }, 'search', []],
    ['Alt+N', { code: 'KeyN', altKey: true }, 'takeNext', []],
    ['Alt+↑', { code: 'ArrowUp', altKey: true }, 'goTo', [-1]],
    ['Alt+↓', { code: 'ArrowDown', altKey: true }, 'goTo', [1]],
  ] as const)('%s does its work and nothing else happens', (_, init, action, args) => {
    expect(press(init)).toBe(true)
    expect(keys[action].mock.calls).toEqual([args])
  })

  test.each([
    ['plain letters', { code: 'KeyN' }],
    ['Ctrl+Alt (AltGr) combinations', { code: 'KeyK', ctrlKey: true, altKey: true }],
    ['arrows alone', { code: 'ArrowDown' }],
  ])('%s are left to the input box', (_, init) => {
    expect(press(init)).toBe(false)
  })

  test('behind a question nothing moves', () => {
    document.body.innerHTML = '<div role="dialog" aria-modal="true"></div>'
    expect(press({ code: 'KeyN', altKey: true })).toBe(false)
    expect(keys.takeNext).not.toHaveBeenCalled()
  })
})
