// @vitest-environment happy-dom
import type { ConversationId } from '@zhengna/contract/ids.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { defineComponent, h, nextTick, ref } from 'vue'
import { installFakeDesk } from '../desk/desk.fixture.ts'
import TypingLine from './TypingLine.vue'
import { useTypingSignal } from './use-typing-signal.ts'

const id = 'c' as ConversationId
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('what is typed', () => {
  const open = (isHeard: boolean) => {
    const { host, plugins } = installFakeDesk({ 'typing.tell': () => ({ isShown: true }) })
    const text = ref('')
    mount(
      defineComponent(() => {
        useTypingSignal({ conversationId: () => id, text: () => text.value, isHeard: () => isHeard })
        return () => h('p')
      }),
      { global: { plugins } },
    )
    const told = () => host.asked.filter(({ name }) => name === 'typing.tell').map(({ params }) => (params as { text: string }).text)
    return { text, told }
  }
  test('is told now and then while it changes, and at once when it was sent', async () => {
    const { text, told } = open(true)
    for (const typed of ['我', '我想', '我想问']) {
      text.value = typed
      await nextTick()
    }
    expect(told()).toEqual(['', '我'])
    vi.advanceTimersByTime(800)
    expect(told()).toEqual(['', '我', '我想问'])
    text.value = ''
    await nextTick()
    expect(told().at(-1)).toBe('')
  })
  test('where nobody waits for it is nobody’s', async () => {
    const { text, told } = open(false)
    text.value = '我'
    await nextTick()
    vi.advanceTimersByTime(2_000)
    expect(told()).toEqual([])
  })
})

describe('the line above the input box', () => {
  const open = (viewer: 'taxpayer' | 'agent') => {
    const { host, plugins } = installFakeDesk({})
    const line = mount(TypingLine, { props: { conversationId: id, viewer }, global: { plugins } })
    const see = async (text: string | null, conversationId = id): Promise<string> => {
      host.emit('typing.seen', { conversationId, text })
      await flushPromises()
      return line.text()
    }
    return { line, see }
  }
  test('shows an agent what the taxpayer types, or only that they do', async () => {
    const { see } = open('agent')
    expect(await see('我想\n问')).toBe('对方正在输入：我想 问')
    expect(await see(' ')).toBe('对方正在输入…')
    expect(await see(null)).toBe('')
    expect(await see('别处', 'd' as ConversationId)).toBe('')
  })
  test('shows a taxpayer that the agent types', async () => {
    expect(await open('taxpayer').see('')).toBe('坐席正在输入…')
  })
  test('is empty again when nothing more is heard', async () => {
    const { line, see } = open('agent')
    await see('我想')
    vi.advanceTimersByTime(9_000)
    await nextTick()
    expect(line.text()).toBe('')
  })
})
