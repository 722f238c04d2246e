// @vitest-environment happy-dom
import { failure, type ErrorCode } from '@zhengna/contract/errors.ts'
import { mount } from '@vue/test-utils'
import { describe, expect, test, vi } from 'vitest'
import { computed, ref, shallowRef } from 'vue'
import { createTexts } from '../../ui/index.ts'
import { readingLocale } from './reading.locale.ts'
import ReadingPanel from './ReadingPanel.vue'
import type { Reading, ReadingState } from './use-reading.ts'

function panelAt(state: ReadingState, code: ErrorCode | null = null, isUnsure = false) {
  const message = ref('发票额度不足')
  const reading: Reading = {
    state: ref(state),
    pictureUrl: ref('blob:picture'),
    failure: shallowRef(code && failure(code)),
    question: computed({ get: () => message.value, set: (text) => (message.value = text) }),
    whole: ref('提示\n发票额度不足\n确定'),
    isWhole: ref(false),
    isUnsure: ref(isUnsure),
    isSending: ref(false),
    read: vi.fn(),
    retry: vi.fn(),
    ask: vi.fn(),
    close: vi.fn(),
  }
  const panel = mount(ReadingPanel, { props: { reading }, global: { plugins: [createTexts(readingLocale)] }, attachTo: document.body })
  const button = (name: string) => panel.findAll('button').find((found) => found.text() === name)
  return { panel, reading, button }
}

describe('the panel of a picture', () => {
  test('says that the picture stays here, from the first moment', () => {
    const { panel, button } = panelAt('reading')
    expect(panel.get('[role=status]').text()).toBe('正在识别图片中的文字…')
    expect(panel.text()).toContain('图片只在本机识别，不会上传')
    expect(button('发送')).toBeUndefined()
  })

  test('shows what was read under a label that asks to check it', () => {
    const { panel } = panelAt('read')
    const box = panel.get('textarea')
    expect(panel.get('label').attributes('for')).toBe(box.attributes('id'))
    expect(panel.get('label').text()).toBe('识别结果，请核对后发送')
    expect(box.element.value).toBe('发票额度不足')
    expect(panel.text()).not.toContain('图片不够清晰')
  })

  test('Enter sends, Shift+Enter and Enter of an input method do not, Esc gives up', async () => {
    const { panel } = panelAt('read')
    const box = panel.get('textarea')
    await box.trigger('keydown', { key: 'Enter', shiftKey: true })
    await box.trigger('keydown', { key: 'Enter', isComposing: true })
    expect(panel.emitted('send')).toBeUndefined()
    await box.trigger('keydown', { key: 'Enter' })
    expect(panel.emitted('send')).toHaveLength(1)
    await box.trigger('keydown', { key: 'Escape' })
    expect(panel.emitted('close')).toHaveLength(1)
  })

  test('an unclear picture is said to be so, at the box itself', () => {
    const { panel } = panelAt('read', null, true)
    const note = panel.get(`#${panel.get('textarea').attributes('aria-describedby')!}`)
    expect(note.text()).toContain('图片不够清晰')
  })

  test('an emptied box cannot be sent', async () => {
    const { panel, button } = panelAt('read')
    await panel.get('textarea').setValue(' ')
    expect(button('发送')?.attributes('disabled')).toBeDefined()
  })

  test('a failure says what to do next; trying again is offered only where it can help', () => {
    const damaged = panelAt('failed', 'PICTURE_UNREADABLE')
    expect(damaged.panel.get('[role=alert]').text()).toContain('请重新截图后再试')
    expect(damaged.button('重试')).toBeUndefined()
    expect(damaged.button('换一张图片')).toBeDefined()
    expect(panelAt('failed', 'PICTURE_READER_BUSY').button('重试')).toBeDefined()
  })

  test('what cannot be shown as a picture leaves no broken one behind', async () => {
    const { panel } = panelAt('failed', 'PICTURE_UNREADABLE')
    await panel.get('img').trigger('error')
    expect(panel.find('img').exists()).toBe(false)
  })
})
