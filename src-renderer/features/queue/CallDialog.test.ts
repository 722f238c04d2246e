// @vitest-environment happy-dom
import { failure } from '@zhengna/contract/errors.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { createTexts, uiLocale } from '../../ui/index.ts'
import CallDialog from './CallDialog.vue'
import { queueLocale } from './queue.locale.ts'

function dialogWith(isLast: boolean, answered: Failure | null = null) {
  const answer = vi.fn(() => Promise.resolve(answered))
  const defer = vi.fn(() => Promise.resolve(null))
  const call = { agentNumber: '1001', endsAt: Date.now() + 60_000, isLast }
  const dialog = mount(CallDialog, { props: { call, answer, defer }, global: { plugins: [createTexts(uiLocale, queueLocale)] } })
  return {
    dialog,
    answer,
    defer,
    press: (name: string) =>
      dialog
        .findAll('button')
        .find((one) => one.text() === name)!
        .trigger('click'),
  }
}

test('a call that could not be answered says why, and may be answered again', async () => {
  const { dialog, answer, press } = dialogWith(false, failure('HOST_OFFLINE'))
  await press('接入')
  await flushPromises()
  expect(dialog.text()).toContain(failure('HOST_OFFLINE').message)
  await press('接入')
  expect(answer).toHaveBeenCalledTimes(2)
})

test('Esc puts a call off, and does nothing to the last one', async () => {
  const first = dialogWith(false)
  await first.dialog.get('dialog').trigger('cancel')
  expect(first.defer).toHaveBeenCalledOnce()
  const last = dialogWith(true)
  await last.dialog.get('dialog').trigger('cancel')
  expect(last.defer).not.toHaveBeenCalled()
  expect(last.dialog.text()).not.toContain('稍后再叫我')
})
