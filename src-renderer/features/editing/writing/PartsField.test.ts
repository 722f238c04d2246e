// @vitest-environment happy-dom
import type { AnswerPart } from '@zhengna/contract/domain/answer.ts'
import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, test } from 'vitest'
import { nextTick } from 'vue'
import { installFakeEditing } from '../editing.fixture.ts'
import PartsField from './PartsField.vue'

const text = (markdown: string): AnswerPart => ({ type: 'text', markdown })

function fieldWith(...parts: AnswerPart[]) {
  const { plugins } = installFakeEditing({})
  const field = mount(PartsField, {
    props: {
      modelValue: parts,
      articleId: null,
      'onUpdate:modelValue': (changed: AnswerPart[]) => field.setProps({ modelValue: changed }),
    },
    global: { plugins },
    attachTo: document.body,
  })
  const press = async (name: string, place = 0) => {
    const found = field.findAll('button').filter((button) => (button.attributes('aria-label') ?? button.text()) === name)
    await found[place]!.trigger('click')
    await nextTick()
  }
  const shown = () => field.findAll('textarea').map(({ element }) => (element as HTMLTextAreaElement).value)
  return { field, press, shown }
}

describe('parts of an answer', () => {
  afterEach(() => void (document.body.innerHTML = ''))

  test('are added at the end, with the cursor in the new one', async () => {
    const { field, press } = fieldWith(text('一'))
    await press('链接')
    expect(field.props('modelValue')).toEqual([text('一'), { type: 'link', title: '', url: 'https://' }])
    expect(document.activeElement?.getAttribute('aria-label')).toBe('链接标题')
  })

  test('move by button and by key, and the cursor goes with them', async () => {
    const { field, press, shown } = fieldWith(text('一'), text('二'), text('三'))
    await press('下移')
    expect(shown()).toEqual(['二', '一', '三'])
    const last = field.findAll('textarea')[2]!
    last.element.focus()
    await last.trigger('keydown', { key: 'ArrowUp', altKey: true })
    expect(shown()).toEqual(['二', '三', '一'])
    expect((document.activeElement as HTMLTextAreaElement).value).toBe('三')
  })

  test('the first goes no further up, the last no further down', async () => {
    const { field, shown } = fieldWith(text('一'), text('二'))
    await field.findAll('textarea')[0]!.trigger('keydown', { key: 'ArrowUp', altKey: true })
    expect(shown()).toEqual(['一', '二'])
    const ends = field.findAll('button').filter((button) => button.attributes('disabled') !== undefined)
    expect(ends.map((button) => button.attributes('aria-label'))).toEqual(['上移', '下移'])
  })

  test('one that was deleted comes back where it was', async () => {
    const { press, shown } = fieldWith(text('一'), text('二'), text('三'))
    await press('删除这一段', 1)
    expect(shown()).toEqual(['一', '三'])
    await press('撤销删除')
    expect(shown()).toEqual(['一', '二', '三'])
  })
})
