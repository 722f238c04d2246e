// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { beforeEach, describe, expect, test } from 'vitest'
import { h, nextTick } from 'vue'
import { createTexts, uiLocale } from '../../ui/index.ts'
import { emojiGroups } from './emoji.ts'
import { emojiLocale } from './emoji.locale.ts'
import EmojiTool from './EmojiTool.vue'

beforeEach(() => localStorage.clear())

async function open() {
  const tool = mount(EmojiTool, {
    slots: { default: ({ toggle }: { toggle: () => void }) => h('button', { id: 'tool', onClick: toggle }, '表情') },
    global: { plugins: [createTexts(uiLocale, emojiLocale)] },
    attachTo: document.body,
  })
  await tool.get('#tool').trigger('click')
  await nextTick()
  const panel = () => tool.find('[role=dialog]')
  const named = (name: string) => tool.get(`[aria-label=${name}]`)
  return { tool, panel, named }
}

test('every emoji has a name of its own, and no two are the same', () => {
  const all = emojiGroups.flatMap(({ emojis }) => emojis)
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  expect(new Set(all.map(({ glyph }) => glyph)).size).toBe(all.length)
})

describe('「表情」', () => {
  test('several can be taken by the mouse; the last ones taken come first next time', async () => {
    const { tool, panel, named } = await open()
    await named('赞').trigger('click', { detail: 1 })
    await named('谢谢').trigger('click', { detail: 1 })
    expect(tool.emitted('pick')).toEqual([['👍'], ['🙏']])
    expect(panel().exists()).toBe(true)
    const recent = tool.get('[aria-label=最近使用]')
    expect(recent.findAll('button').map((one) => one.text())).toEqual(['🙏', '👍'])
    tool.unmount()
  })
  test('taken by the keyboard it goes on in the input box', async () => {
    const { tool, panel, named } = await open()
    await named('赞').trigger('click', { detail: 0 })
    await nextTick()
    expect([panel().exists(), tool.emitted('closed')?.length]).toEqual([false, 1])
    tool.unmount()
  })
  test('arrows walk it, Escape closes it', async () => {
    const { tool, panel } = await open()
    const focused = (): string | null => document.activeElement?.getAttribute('aria-label') ?? null
    expect(focused()).toBe('微笑')
    await panel().trigger('keydown', { key: 'ArrowRight' })
    expect(focused()).toBe('开心')
    await panel().trigger('keydown', { key: 'ArrowDown' })
    expect(focused()).toBe(emojiGroups[0]!.emojis[10]!.name)
    await panel().trigger('keydown', { key: 'Escape' })
    await nextTick()
    expect(panel().exists()).toBe(false)
    tool.unmount()
  })
})
