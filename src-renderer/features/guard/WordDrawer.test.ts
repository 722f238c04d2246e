// @vitest-environment happy-dom
import { failure } from '@zhengna/contract/errors.ts'
import { fail, ok } from '@zhengna/contract/result.ts'
import type { HostBridge } from '@zhengna/contract/host/index.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, expect, test } from 'vitest'
import { installHost } from '../../host/index.ts'
import { createTexts, uiLocale } from '../../ui/index.ts'
import { guardLocale } from './guard.locale.ts'
import WordDrawer from './WordDrawer.vue'

const saved: { content: { word: string }; isCertain: boolean }[] = []
afterEach(() => {
  saved.length = 0
  document.body.innerHTML = ''
})

/** Ordinary questions have 代开 in them. */
function open() {
  installHost({
    on: () => () => undefined,
    request: (name: string, params: { body: (typeof saved)[number] }) => {
      if (name !== 'guard.addWord') return Promise.resolve(ok({ words: [], total: 0, policy: [] }))
      saved.push(params.body)
      const touches = params.body.content.word === '代开' && !params.body.isCertain
      return Promise.resolve(
        touches ? fail(failure('GUARD_WORD_TOUCHES', { count: 3, example: '怎么代开' })) : ok({ word: params.body.content }),
      )
    },
  } as unknown as HostBridge)
  const drawer = mount(WordDrawer, {
    props: { modelValue: false, word: null },
    global: { plugins: [createPinia(), createTexts(uiLocale, guardLocale)] },
    attachTo: document.body,
  })
  return drawer
}
const field = (): HTMLTextAreaElement => document.querySelector('textarea[aria-label="词语"]')!
async function type(text: string): Promise<void> {
  field().value = text
  field().dispatchEvent(new Event('input'))
  await flushPromises()
}
async function press(): Promise<void> {
  document.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
}
const button = (text: string): HTMLElement =>
  [...document.querySelectorAll<HTMLElement>('button')].findLast((one) => one.textContent.trim() === text)!

test('a word is not saved empty', async () => {
  const drawer = open()
  await drawer.setProps({ modelValue: true })
  await flushPromises()
  await press()
  expect(document.querySelector('[role=alert]')?.textContent).toBe('请填写词语。')
  expect(saved).toEqual([])
})

test('one that ordinary questions have in them is saved after asking, and only then', async () => {
  const drawer = open()
  await drawer.setProps({ modelValue: true })
  await flushPromises()
  await type('代开')
  await press()
  expect(document.body.textContent).toContain('知识库中有 3 个正常提问含有该词，如“怎么代开”，保存后会影响正常咨询。仍要保存吗？')
  button('确定').click()
  await flushPromises()
  expect(saved.map(({ isCertain }) => isCertain)).toEqual([false, true])
  expect(drawer.emitted('update:modelValue')).toEqual([[false]])
})
