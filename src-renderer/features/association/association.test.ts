// @vitest-environment happy-dom
// The list over the input box, at the box itself: a composer with its association, a host that answers as told.
import type { QuestionSuggestion } from '@zhengna/contract/host/knowledge.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { computed, defineComponent, h, ref } from 'vue'
import { installHost } from '../../host/index.ts'
import { createTexts } from '../../ui/index.ts'
import { fakeHost, type FakeHost } from '../chat/chat.fixture.ts'
import { chatLocale, MessageComposer } from '../chat/index.ts'
import { associationLocale } from './association.locale.ts'
import AssociationList from './AssociationList.vue'
import { useAssociation } from './use-association.ts'

const suggestion = (id: string, alias: string | null = null): QuestionSuggestion => ({
  articleId: id as ArticleId,
  question: `契税问题${id}`,
  alias,
})
const three = [suggestion('1'), { ...suggestion('2', '契税的说法'), question: '车辆问题2' }, suggestion('3')]

let host: FakeHost
let box: VueWrapper
const picked = vi.fn()
const sent = vi.fn()
const isLive = ref(false)

const Box = defineComponent(() => {
  const draft = ref('')
  const association = useAssociation({ draft, isAvailable: computed(() => !isLive.value), pick: picked })
  return () =>
    h(
      MessageComposer,
      {
        modelValue: draft.value,
        'onUpdate:modelValue': (text: string) => (draft.value = text),
        takesKey: association.takesKey,
        boxAttributes: association.boxAttributes.value,
        onTyped: association.onTyped,
        onSend: (text: string) => {
          association.close()
          draft.value = ''
          sent(text)
        },
        onFocusout: association.close,
      },
      {
        above: () =>
          h(AssociationList, {
            listId: association.listId,
            optionId: association.optionId,
            suggestions: association.suggestions.value,
            active: association.active.value,
            typed: association.typed.value,
            onChoose: association.choose,
          }),
      },
    )
})

function open(answer: (params: { typed: string }) => unknown = () => three): void {
  host = fakeHost({ 'knowledge.suggest': answer })
  installHost(host)
  box = mount(Box, { attachTo: document.body, global: { plugins: [createTexts(chatLocale, associationLocale)] } })
}
const field = () => box.get('textarea')
const type = async (text: string): Promise<void> => {
  await field().setValue(text)
  await vi.advanceTimersByTimeAsync(60)
}
const press = (key: string, more: object = {}) => field().trigger('keydown', { key, ...more })
const options = () => box.findAll('[role=option]')
const chosen = (): number => options().findIndex((option) => option.attributes('aria-selected') === 'true')

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  box.unmount()
  vi.useRealTimers()
  vi.clearAllMocks()
  isLive.value = false
})

describe('the list', () => {
  test('opens while typing, within 60 ms of the last key, asked once for a burst', async () => {
    open()
    for (const text of ['q', 'qi', 'qis']) await field().setValue(text)
    expect(options()).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(60)
    expect(options().map((option) => option.get('.question').text())).toEqual(['契税问题1', '车辆问题2', '契税问题3'])
    expect(host.asked).toEqual([{ name: 'knowledge.suggest', params: { typed: 'qis' } }])
  })

  test('marks what was typed, and shows another way to put it where the question has not', async () => {
    open()
    await type('契税')
    expect(options()[0]?.get('mark').text()).toBe('契税')
    expect(options()[0]?.find('.alias').exists()).toBe(false)
    expect(options()[1]?.get('.alias').text()).toBe('相似问法：契税的说法')
  })

  test('drops a reply that comes after a later one was asked for', async () => {
    const replies: ((found: unknown) => void)[] = []
    open(() => three)
    host.request = (() => new Promise((resolve) => replies.push((value) => resolve({ ok: true, value })))) as never
    await type('契')
    await type('契税')
    replies[1]?.([suggestion('late')])
    replies[0]?.(three)
    await vi.advanceTimersByTimeAsync(1)
    expect(options().map((option) => option.text())).toEqual(['契税问题late'])
  })

  test('closes on Escape until something is typed again', async () => {
    open()
    await type('契税')
    await press('Escape')
    expect(options()).toHaveLength(0)
    await type('契税怎')
    expect(options()).toHaveLength(3)
  })

  test('closes when the box is left, when it is empty, and when nothing matches', async () => {
    open(({ typed }) => (typed === '没有' ? [] : three))
    await type('契税')
    await field().trigger('focusout')
    expect(options()).toHaveLength(0)
    await type('契')
    await type('')
    expect(options()).toHaveLength(0)
    await type('契')
    await type('没有')
    expect(options()).toHaveLength(0)
  })

  test('stays closed while a person serves', async () => {
    isLive.value = true
    open()
    await type('契税')
    expect([host.asked, options()]).toEqual([[], []])
    expect(field().attributes('role')).toBeUndefined()
  })

  test('closes when a person begins to serve', async () => {
    open()
    await type('契税')
    isLive.value = true
    await vi.advanceTimersByTimeAsync(1)
    expect(options()).toHaveLength(0)
  })

  test('a reply that comes after sending opens nothing', async () => {
    open()
    await field().setValue('契税')
    await press('Enter')
    await vi.advanceTimersByTimeAsync(100)
    expect(options()).toHaveLength(0)
    expect(sent).toHaveBeenCalledExactlyOnceWith('契税')
  })
})

describe('keys', () => {
  test('arrows go round: what was typed, the questions, what was typed', async () => {
    open()
    await type('契税')
    const seen = [chosen()]
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp']) {
      await press(key)
      seen.push(chosen())
    }
    expect(seen).toEqual([-1, 0, 1, 2, -1, 2, 1])
  })

  test('Home and End are the box’s until a question is chosen', async () => {
    open()
    await type('契税')
    await press('End')
    expect(chosen()).toBe(-1)
    await press('ArrowDown')
    await press('End')
    expect(chosen()).toBe(2)
    await press('Home')
    expect(chosen()).toBe(0)
  })

  test('Enter with nothing chosen sends what was typed', async () => {
    open()
    await type('契税')
    await press('Enter')
    expect(sent).toHaveBeenCalledWith('契税')
    expect(picked).not.toHaveBeenCalled()
    expect(options()).toHaveLength(0)
  })

  test('Enter picks the chosen question and sends nothing else', async () => {
    open()
    await type('契税')
    await press('ArrowDown')
    await press('ArrowDown')
    await press('Enter')
    expect(picked).toHaveBeenCalledExactlyOnceWith(three[1])
    expect(sent).not.toHaveBeenCalled()
    expect(options()).toHaveLength(0)
  })

  test('Shift+Enter breaks the line, whatever is chosen', async () => {
    open()
    await type('契税')
    await press('ArrowDown')
    await press('Enter', { shiftKey: true })
    expect([picked.mock.calls, sent.mock.calls]).toEqual([[], []])
  })

  test('while an input method composes, its keys are its own; what it composes is looked up all the same', async () => {
    open()
    await type("qi'shui")
    expect(host.asked.at(-1)?.params).toEqual({ typed: 'qishui' })
    await press('ArrowDown', { isComposing: true })
    await press('Enter', { isComposing: true })
    await press('Enter', { keyCode: 229 })
    expect(chosen()).toBe(-1)
    expect([picked.mock.calls, sent.mock.calls]).toEqual([[], []])
  })

  test('a click picks', async () => {
    open()
    await type('契税')
    await options()[2]?.trigger('click')
    expect(picked).toHaveBeenCalledExactlyOnceWith(three[2])
  })
})

test('the box says that it has a list, whether it is open, and what is chosen in it', async () => {
  open()
  expect(field().attributes()).toMatchObject({ role: 'combobox', 'aria-expanded': 'false', 'aria-autocomplete': 'list' })
  await type('契税')
  await press('ArrowDown')
  const list = box.get('[role=listbox]')
  expect(field().attributes()).toMatchObject({
    'aria-expanded': 'true',
    'aria-controls': list.attributes('id'),
    'aria-activedescendant': options()[0]?.attributes('id'),
  })
  expect(box.get('[role=status]').text()).toContain('3')
  await press('Escape')
  expect(field().attributes('aria-controls')).toBeUndefined()
})
