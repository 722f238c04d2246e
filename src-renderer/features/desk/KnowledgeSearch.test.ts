// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { anArticle, installFakeDesk } from './desk.fixture.ts'
import KnowledgeSearch from './KnowledgeSearch.vue'

function searchWith(answer: (query: string) => unknown, canFill = true) {
  const { host, plugins } = installFakeDesk({ 'knowledge.search': ({ query }: { query: string }) => answer(query) })
  const search = mount(KnowledgeSearch, { props: { canFill, suggestion: '季度28万' }, global: { plugins } })
  const type = async (text: string) => {
    await search.get('input').setValue(text)
    await vi.advanceTimersByTimeAsync(250)
  }
  return { search, type, asked: () => host.asked.filter(({ name }) => name === 'knowledge.search').map(({ params }) => params) }
}
const hit = { article: anArticle(), probability: 0.876 }

describe('knowledge search', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('asks once when typing pauses, without blanks around the words', async () => {
    const { search, asked } = searchWith(() => [])
    for (const text of ['小', '小规', ' 小规模 ']) {
      await search.get('input').setValue(text)
      await vi.advanceTimersByTimeAsync(100)
    }
    await vi.advanceTimersByTimeAsync(250)
    expect(asked()).toEqual([{ query: '小规模', limit: 20 }])
  })

  test('shows how likely it is, what it rests on and how long it holds', async () => {
    const { search, type } = searchWith(() => [hit])
    await type('小规模')
    expect(search.text()).toContain('88%')
    expect(search.text()).toContain('主席令第41号 第二十三条')
    expect(search.text()).toContain('有效期 2026-01-01 至 2027-12-31')
  })

  test('「填入」 gives the words of the answer, and whose they are', async () => {
    const { search, type } = searchWith(() => [hit])
    await type('小规模')
    await search
      .findAll('button')
      .find((button) => button.text() === '填入')
      ?.trigger('click')
    expect(search.emitted('fill')).toEqual([[{ articleId: 'a1', text: '未达到10万元的免征。\n依据：增值税法 主席令第41号 第二十三条' }]])
  })

  test('where nothing can be written, nothing can be filled in', async () => {
    const { search, type } = searchWith(() => [hit], false)
    await type('小规模')
    expect(search.findAll('button').some((button) => button.text() === '填入')).toBe(false)
  })

  test('no hit says what to try instead', async () => {
    const { search, type } = searchWith(() => [])
    await type('不存在')
    expect(search.text()).toContain('没有找到与「不存在」相关的知识')
  })

  test("the taxpayer's last question is one click away", async () => {
    const { search, asked } = searchWith(() => [])
    await search.get('.suggestion').trigger('click')
    await vi.advanceTimersByTimeAsync(250)
    expect(asked()).toEqual([{ query: '季度28万', limit: 20 }])
  })
})
