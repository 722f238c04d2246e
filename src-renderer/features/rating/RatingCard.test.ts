// @vitest-environment happy-dom
import type { RatingState } from '@zhengna/contract/domain/conversation.ts'
import { failure } from '@zhengna/contract/errors.ts'
import { mount } from '@vue/test-utils'
import { describe, expect, test, vi } from 'vitest'
import { createTexts } from '../../ui/index.ts'
import RatingCard from './RatingCard.vue'
import { ratingLocale } from './rating.locale.ts'

type Shown = Exclude<RatingState, { state: 'none' }>
const given: Shown = { state: 'given', outcome: 'solved', remark: '谢谢', at: 1 }

function cardWith(rating: Shown, submit = vi.fn(async () => null as ReturnType<typeof failure> | null)) {
  const card = mount(RatingCard, { props: { rating, submit }, global: { plugins: [createTexts(ratingLocale)] } })
  const button = (name: string) => card.findAll('button').find((found) => found.text() === name)!
  return { card, submit, button }
}
const isDisabled = (element: { attributes: (name: string) => string | undefined }) => element.attributes('disabled') !== undefined

describe('服务评价', () => {
  test('gives what was chosen, with the remark, once', async () => {
    const { card, submit, button } = cardWith({ state: 'asked' })
    await button('未解决').trigger('click')
    await card.get('textarea').setValue(' 还想再问 ')
    await button('提交').trigger('click')
    await button('提交').trigger('click')
    expect(submit.mock.calls).toEqual([['unsolved', '还想再问']])
  })

  test('asks for a choice before it gives anything', async () => {
    const { card, submit, button } = cardWith({ state: 'asked' })
    await button('提交').trigger('click')
    expect(submit).not.toHaveBeenCalled()
    expect(card.get('[role=alert]').text()).toContain('请先选择')
  })

  test('afterwards all three buttons are disabled and show what was given', () => {
    const { card, button } = cardWith(given)
    expect(['已解决', '未解决', '提交'].map((name) => isDisabled(button(name)))).toEqual([true, true, true])
    expect(button('已解决').attributes('aria-pressed')).toBe('true')
    expect(card.text()).toContain('谢谢')
  })

  test('a refusal is told and leaves the choice to be given again', async () => {
    const { card, button } = cardWith(
      { state: 'asked' },
      vi.fn(async () => failure('HOST_OFFLINE')),
    )
    await button('已解决').trigger('click')
    await button('提交').trigger('click')
    await vi.waitFor(() => expect(card.get('[role=alert]').text()).toContain('未连接'))
    expect(isDisabled(button('提交'))).toBe(false)
    expect(button('已解决').attributes('aria-pressed')).toBe('true')
  })
})
