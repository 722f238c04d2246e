// @vitest-environment happy-dom
import type { CategoryPolicy } from '@zhengna/contract/domain/guard-desk.ts'
import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { createTexts, uiLocale } from '../../ui/index.ts'
import { guardLocale } from './guard.locale.ts'
import PolicyRow from './PolicyRow.vue'

const open = (change: Partial<CategoryPolicy> = {}) =>
  mount(PolicyRow, {
    props: { policy: { category: 'abuse', action: 'mask', replacement: '', changedBy: null, changedAt: null, ...change } },
    global: { plugins: [createTexts(uiLocale, guardLocale)] },
  })

test('what is chosen is saved at once', async () => {
  const row = open()
  await row.find('select').setValue('block')
  expect(row.emitted('save')).toEqual([['block', '']])
})

test('a replacement is asked for where something is replaced, and saved when it was typed', async () => {
  expect(open().find('input').exists()).toBe(false)
  const row = open({ action: 'replace' })
  await row.find('input').setValue('（不文明用语）')
  await row.find('input').trigger('change')
  expect(row.emitted('save')?.at(-1)).toEqual(['replace', '（不文明用语）'])
})
