// @vitest-environment happy-dom
import { limits } from '@zhengna/contract/limits.ts'
import { mount } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import { createTexts } from '../../ui/index.ts'
import { chatLocale } from './chat.locale.ts'
import MessageComposer from './MessageComposer.vue'

function composerWith(draft: string) {
  const composer = mount(MessageComposer, {
    props: { modelValue: draft, 'onUpdate:modelValue': (modelValue: string) => composer.setProps({ modelValue }) },
    global: { plugins: [createTexts(chatLocale)] },
  })
  return { composer, box: composer.get('textarea'), send: composer.get('button.send') }
}

describe('the input box', () => {
  test('Enter sends what was typed, without blanks around it', async () => {
    const { composer, box } = composerWith('')
    await box.setValue('  怎么开票 ')
    await box.trigger('keydown', { key: 'Enter' })
    expect(composer.emitted('send')).toEqual([['怎么开票']])
  })

  test('Shift+Enter breaks the line and sends nothing', async () => {
    const { composer, box } = composerWith('第一行')
    const key = new KeyboardEvent('keydown', { key: 'Enter', shiftKey: true, cancelable: true })
    box.element.dispatchEvent(key)
    expect(key.defaultPrevented).toBe(false)
    expect(composer.emitted('send')).toBeUndefined()
  })

  test('Enter that picks a word in the input method sends nothing', async () => {
    const { composer, box } = composerWith('fapiao')
    await box.trigger('keydown', { key: 'Enter', isComposing: true })
    await box.trigger('keydown', { key: 'Enter', keyCode: 229 })
    expect(composer.emitted('send')).toBeUndefined()
  })

  test('nothing but blanks cannot be sent', async () => {
    const { composer, box, send } = composerWith(' \n ')
    await box.trigger('keydown', { key: 'Enter' })
    expect(send.attributes('disabled')).toBeDefined()
    expect(composer.emitted('send')).toBeUndefined()
  })

  test('the count shows near the limit; beyond it the excess is named, nothing is sent and nothing lost', async () => {
    const max = limits.messageTextMaxLength
    const { composer, box } = composerWith('税'.repeat(max - 10))
    expect(composer.text()).toContain(`${max - 10}/${max}`)
    expect(composer.find('[role=alert]').exists()).toBe(false)
    await box.setValue('税'.repeat(max + 3))
    await box.trigger('keydown', { key: 'Enter' })
    expect(composer.get('[role=alert]').text()).toContain('已超出 3 个字')
    expect(composer.emitted('send')).toBeUndefined()
    expect(box.element.value).toHaveLength(max + 3)
  })

  test('far from the limit no count distracts', () => {
    expect(composerWith('短').composer.find('.note').exists()).toBe(false)
  })
})
