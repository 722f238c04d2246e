// @vitest-environment happy-dom
import type { Assumption } from '@zhengna/contract/domain/answer.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { createTexts } from '../../ui/index.ts'
import AssumptionSwitch from './AssumptionSwitch.vue'
import { chatLocale } from './chat.locale.ts'

const general = { label: '一般纳税人', articleId: 'vat-general' as ArticleId }
const assumptions: Assumption[] = [{ facet: '纳税人身份', value: '小规模纳税人', alternatives: [general] }]
const switchWith = (isInert: boolean) =>
  mount(AssumptionSwitch, { props: { assumptions, isInert }, global: { plugins: [createTexts(chatLocale)] } })

test('says for whom it answers, and switches to the answer for others', async () => {
  const one = switchWith(false)
  expect(one.text()).toContain('按「小规模纳税人」回答')
  await one.get('button').trigger('click')
  expect(one.emitted('pick')).toEqual([[general]])
})

test('where it is only to read there is nothing to click', () => {
  const one = switchWith(true)
  expect(one.text()).toContain('改为「一般纳税人」')
  expect(one.find('button').exists()).toBe(false)
})
