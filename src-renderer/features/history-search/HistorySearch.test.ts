// @vitest-environment happy-dom
import type { SearchHit, SearchPage } from '@zhengna/contract/host/chat.ts'
import type { MessageId } from '@zhengna/contract/ids.ts'
import { ok, type Result } from '@zhengna/contract/result.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTexts, uiLocale } from '../../ui/index.ts'
import { historySearchLocale } from './history-search.locale.ts'
import HistorySearch from './HistorySearch.vue'

beforeEach(() => {
  vi.useFakeTimers()
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true
  }
})
afterEach(() => void vi.useRealTimers())

const hit = (id: string, over: Partial<SearchHit> = {}): SearchHit => ({
  messageId: id as MessageId,
  author: 'agent',
  at: 0,
  before: '我想问',
  words: '退税',
  after: '多久',
  ...over,
})
function open(answer: (text: string) => Promise<Result<SearchPage>>) {
  const search = vi.fn(answer)
  const dialog = mount(HistorySearch, {
    props: { search, viewer: 'taxpayer' },
    global: { plugins: [createTexts(uiLocale, historySearchLocale)] },
  })
  const type = async (text: string): Promise<void> => {
    await dialog.get('input').setValue(text)
    vi.advanceTimersByTime(200)
    await flushPromises()
  }
  return { dialog, search, type }
}

test('what is typed is looked for, and a line found leads to its place', async () => {
  const { dialog, search, type } = open(() => Promise.resolve(ok({ hits: [hit('a'), hit('b', { author: 'taxpayer' })], isCut: false })))
  await type(' 退税 ')
  expect(search).toHaveBeenCalledExactlyOnceWith('退税')
  expect(dialog.text()).toContain('找到 2 条')
  expect(dialog.findAll('.who').map((who) => who.text().split(' · ')[0])).toEqual(['坐席', '我'])
  expect(dialog.findAll('mark').map((mark) => mark.text())).toEqual(['退税', '退税'])
  await dialog.findAll('.hit')[1]!.trigger('click')
  expect(dialog.emitted('open')).toEqual([['b']])
})
test('what is not there is said, and nothing is asked for nothing', async () => {
  const { dialog, search, type } = open(() => Promise.resolve(ok({ hits: [], isCut: false })))
  await type('   ')
  expect(search).not.toHaveBeenCalled()
  await type('契税')
  expect(dialog.text()).toContain('没有找到“契税”')
})
test('an answer to what is no longer asked is not shown', async () => {
  let answerFirst: (page: Result<SearchPage>) => void = () => undefined
  const { dialog, type } = open((text) =>
    text === '退' ? new Promise((resolve) => (answerFirst = resolve)) : Promise.resolve(ok({ hits: [hit('b')], isCut: false })),
  )
  await type('退')
  await type('退税')
  answerFirst(ok({ hits: [hit('a'), hit('c')], isCut: false }))
  await flushPromises()
  expect(dialog.findAll('.hit')).toHaveLength(1)
})
