// @vitest-environment happy-dom
import type { Vote } from '@zhengna/contract/domain/vote.ts'
import type { MessageId } from '@zhengna/contract/ids.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, describe, expect, test } from 'vitest'
import { installHost } from '../../host/index.ts'
import { createTexts, uiLocale } from '../../ui/index.ts'
import { anAnswer, fakeHost } from '../chat/chat.fixture.ts'
import AnswerVote from './AnswerVote.vue'
import { votesLocale } from './votes.locale.ts'

const props = { messageId: 'a' as MessageId, body: anAnswer('q'), vote: null, canAskPerson: true }

/** The host takes votes unless it has no line; a vote it took is shown, as its event would. */
function voteWith({ isOnline = true, vote = null as Vote | null } = {}) {
  const takes = { 'chat.vote': ({ isUseful, reason }: Vote) => ({ isUseful, reason }) }
  const host = fakeHost(isOnline ? takes : {})
  installHost(host)
  const pinia = createPinia()
  setActivePinia(pinia)
  const show = (over: object = {}) =>
    mount(AnswerVote, {
      props: { ...props, vote, ...over },
      global: { plugins: [pinia, createTexts(uiLocale, votesLocale)] },
      attachTo: document.body,
    })
  const card = show()
  const button = (name: string) => card.findAll('button').find((found) => found.text() === name)!
  const press = async (name: string): Promise<void> => {
    await button(name).trigger(name === '提交' ? 'submit' : 'click')
    await flushPromises()
  }
  return { card, button, press, show, given: () => host.asked.map(({ params }) => params) }
}
const isDisabled = (element: { attributes: (name: string) => string | undefined }) => element.attributes('disabled') !== undefined
const choose = (card: ReturnType<typeof voteWith>['card'], value: string) => card.get(`input[value="${value}"]`).setValue()

describe('有用', () => {
  afterEach(() => void (document.body.innerHTML = ''))

  test('is given at once, and thanked for in place', async () => {
    const { card, press, given } = voteWith()
    await press('有用')
    expect(given()).toEqual([{ messageId: 'a', isUseful: true, reason: null, remark: '' }])
    await card.setProps({ vote: { isUseful: true, reason: null } })
    expect(card.text()).toContain('感谢您的反馈！')
    expect(card.findAll('button').map((found) => found.text())).toEqual(['有用', '无用'])
  })

  test('given twice in a hurry is given once', async () => {
    const { button, given } = voteWith()
    await Promise.all([button('有用').trigger('click'), button('有用').trigger('click')])
    expect(given()).toHaveLength(1)
  })
})

describe('无用', () => {
  afterEach(() => void (document.body.innerHTML = ''))

  test('opens 意见反馈 in place, with the keyboard on its reasons', async () => {
    const { card, button, press, given } = voteWith()
    await press('无用')
    expect(card.get('form').attributes('aria-label')).toBe('意见反馈')
    expect(card.findAll('label').map((label) => label.text())).toEqual(['答非所问', '答案错误', '其他'])
    expect(button('无用').attributes('aria-expanded')).toBe('true')
    expect(document.activeElement?.getAttribute('type')).toBe('radio')
    expect(given()).toEqual([])
  })

  test('is given with its reason and what was said, and a person is offered', async () => {
    const { card, press, given } = voteWith()
    await press('无用')
    await choose(card, 'wrong')
    await card.get('textarea').setValue(' 税率不对 ')
    await card.get('form').trigger('submit')
    await flushPromises()
    expect(given()).toEqual([{ messageId: 'a', isUseful: false, reason: 'wrong', remark: '税率不对' }])
    await card.setProps({ vote: { isUseful: false, reason: 'wrong' } })
    expect(card.text()).toContain('感谢您的反馈')
    await press('人工服务')
    expect(card.emitted('person')).toHaveLength(1)
  })

  test('offers no person where one is there already, or is being waited for', async () => {
    const { card, press } = voteWith()
    await press('无用')
    await choose(card, 'other')
    await card.get('form').trigger('submit')
    await flushPromises()
    await card.setProps({ vote: { isUseful: false, reason: 'other' }, canAskPerson: false })
    expect(card.text()).not.toContain('人工服务')
  })

  test('asks for a reason before anything is given', async () => {
    const { card, press, given } = voteWith()
    await press('无用')
    await card.get('form').trigger('submit')
    expect(card.get('[role=alert]').text()).toContain('请先选择一项原因')
    expect(given()).toEqual([])
  })

  test('with no line says so, and nothing that was typed is lost', async () => {
    const { card, press } = voteWith({ isOnline: false })
    await press('无用')
    await choose(card, 'beside-the-point')
    await card.get('textarea').setValue('问的不是这个')
    await card.get('form').trigger('submit')
    await flushPromises()
    expect(card.get('[role=alert]').text()).toContain('评价需要联网提交')
    expect(card.get('textarea').element.value).toBe('问的不是这个')
    expect((card.get('input:checked').element as HTMLInputElement).value).toBe('beside-the-point')
  })

  test('what was typed under an offline answer is there under the server’s', async () => {
    const { card, press, show } = voteWith({ isOnline: false })
    await press('无用')
    await card.get('textarea').setValue('问的不是这个')
    card.unmount()
    const served = show({ messageId: 'b' })
    expect(served.get('textarea').element.value).toBe('问的不是这个')
  })

  test('folds and unfolds without forgetting', async () => {
    const { card, press } = voteWith()
    await press('无用')
    await card.get('textarea').setValue('写了一半')
    await press('无用')
    expect(card.find('form').exists()).toBe(false)
    await press('无用')
    expect(card.get('textarea').element.value).toBe('写了一半')
  })
})

test.each([
  [{ isUseful: true, reason: null }, '有用', ''],
  [{ isUseful: false, reason: 'wrong' as const }, '无用', '已反馈：答案错误'],
])('once given, %j is shown and both buttons are disabled', (vote, pressed, said) => {
  const { card, button } = voteWith({ vote })
  expect(['有用', '无用'].map((name) => isDisabled(button(name)))).toEqual([true, true])
  expect(button(pressed).attributes('aria-pressed')).toBe('true')
  expect(card.text()).toContain(said)
  expect(card.text()).not.toContain('感谢')
})
