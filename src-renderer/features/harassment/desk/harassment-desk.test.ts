// @vitest-environment happy-dom
import { defaultHarassmentRules } from '@zhengna/contract/domain/harassment.ts'
import type { InterceptionDetail } from '@zhengna/contract/domain/interception.ts'
import { failure } from '@zhengna/contract/errors.ts'
import { fail, ok } from '@zhengna/contract/result.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { installHost } from '../../../host/index.ts'
import { createTexts, uiLocale } from '../../../ui/index.ts'
import { recordHost } from '../../records/record-host.fixture.ts'
import { harassmentDeskLocale } from './harassment-desk.locale.ts'
import HarassmentSection from './HarassmentSection.vue'
import InterceptionDialog from './InterceptionDialog.vue'
import InterceptionsPage from './InterceptionsPage.vue'

const plugins = [createTexts(uiLocale, harassmentDeskLocale)]
const detail = {
  id: 'i1',
  number: 'LJ202611270001',
  at: 1,
  taxpayerName: '某公司',
  taxpayerNumber: '910***0018',
  condition: 'abuse',
  action: 'mute',
  until: 2,
  state: 'active',
  reportedBy: null,
  rule: { count: 2, windowSeconds: 600, durationSeconds: 600 },
  messages: [{ id: 'm1', at: 1, text: '某句话' }],
  remark: '',
  steps: [],
} as unknown as InterceptionDetail

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true
  }
})
afterEach(() => void (document.body.innerHTML = ''))

test('rules that were changed can be saved, those that are wrong can not, and what another saved meanwhile loses nothing', async () => {
  const saved: unknown[] = []
  installHost(
    recordHost({
      'harassment.policy': () => ok({ revision: 0, rules: [...defaultHarassmentRules], history: [] }),
      'harassment.save': (params: unknown) => {
        saved.push(params)
        return fail(failure('HARASSMENT_RULES_CHANGED'))
      },
    }),
  )
  const page = mount(HarassmentSection, { global: { plugins }, attachTo: document.body })
  await flushPromises()
  const save = () => page.findAll('button').find((button) => button.text() === '保存')
  expect(save()?.attributes('disabled')).toBeDefined()
  const boxes = page.findAll<HTMLInputElement>('input[type=checkbox]')
  expect(boxes).toHaveLength(defaultHarassmentRules.length)
  await boxes[0]?.setValue(false)
  expect(page.text()).toContain('有未保存的修改')
  await save()?.trigger('click')
  await flushPromises()
  expect(saved).toMatchObject([{ body: { revision: 0, rules: [{ id: 'again-block', isEnabled: false }, ...Array<unknown>(9).fill({})] } }])
  expect(page.text()).toContain('有未保存的修改')
})

test('an interception is lifted with a reason, never without', async () => {
  const lifted: unknown[] = []
  installHost(
    recordHost({
      'interceptions.get': () => ok(detail),
      'interceptions.lift': (params: unknown) => {
        lifted.push(params)
        return ok({ ...detail, state: 'lifted', steps: [{ at: 3, kind: 'lifted', by: '班长', reason: '误判', until: 2 }] })
      },
    }),
  )
  const page = mount(InterceptionDialog, { props: { id: detail.id }, global: { plugins }, attachTo: document.body })
  await flushPromises()
  expect(page.text()).toContain('某句话')
  const lift = () => page.findAll('button').find((button) => button.text() === '解除')
  await lift()?.trigger('click')
  expect(lifted).toEqual([])
  await page.get('input[aria-label="原因（必填）"]').setValue('误判')
  await lift()?.trigger('click')
  await flushPromises()
  expect(lifted).toMatchObject([{ params: { interceptionId: 'i1' }, body: { reason: '误判' } }])
  expect(page.text()).toContain('班长 解除：误判')
  expect(lift()).toBeUndefined()
})

test('an office without interceptions is told so, and a page that cannot be had can be asked for again', async () => {
  let isAway = true
  installHost(recordHost({ 'interceptions.list': () => (isAway ? fail(failure('HOST_OFFLINE')) : ok({ items: [], total: 0 })) }))
  const page = mount(InterceptionsPage, { global: { plugins }, attachTo: document.body })
  await flushPromises()
  isAway = false
  await page.get('[role=alert] button').trigger('click')
  await flushPromises()
  expect(page.text()).toContain('没有拦截记录')
})
