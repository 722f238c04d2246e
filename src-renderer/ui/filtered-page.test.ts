import { failure } from '@zhengna/contract/errors.ts'
import { fail, ok, type Result } from '@zhengna/contract/result.ts'
import { expect, test } from 'vitest'
import { createFilteredPage, narrowing } from './filtered-page.ts'

const nothing: { readonly text: string } = { text: '' }

interface Asked {
  readonly text: string
  readonly page: number
  answer(items: readonly string[]): void
  refuse(): void
}
function open() {
  const asked: Asked[] = []
  const page = createFilteredPage({
    everything: nothing,
    size: 10,
    ask: ({ text }, paging) =>
      new Promise<Result<{ items: readonly string[]; total: number }>>((resolve) =>
        asked.push({
          text,
          page: paging.page,
          answer: (items) => resolve(ok({ items, total: 9 })),
          refuse: () => resolve(fail(failure('HOST_OFFLINE'))),
        }),
      ),
  })
  return { page, asked }
}

test('pages are asked for by their number, and another filter begins at the first', async () => {
  const { page, asked } = open()
  const turned = page.turnTo(20)
  asked[0]!.answer(['e', 'f'])
  await turned
  expect([asked[0]!.page, page.items.value, page.total.value, page.isLoaded.value]).toEqual([3, ['e', 'f'], 9, true])
  const looked = page.look({ text: '甲' })
  asked[1]!.answer(['a'])
  await looked
  expect([asked[1]!.page, asked[1]!.text, page.isFiltered.value]).toEqual([1, '甲', true])
})
test('the last question asked is the one that is answered', async () => {
  const { page, asked } = open()
  const [first, second] = [page.look({ text: '甲' }), page.look({ text: '乙' })]
  asked[1]!.answer(['b'])
  asked[0]!.answer(['a'])
  await Promise.all([first, second])
  expect(page.items.value).toEqual(['b'])
})
test('what was there stays where the next cannot be had, with the reason', async () => {
  const { page, asked } = open()
  const loaded = page.load()
  asked[0]!.answer(['a'])
  await loaded
  const again = page.load()
  asked[1]!.refuse()
  await again
  expect([page.items.value, page.failure.value?.code]).toEqual([['a'], 'HOST_OFFLINE'])
})
test('forgotten, nothing of it is left, nor comes of what was asked before', async () => {
  const { page, asked } = open()
  const loaded = page.look({ text: '甲' })
  page.forget()
  asked[0]!.answer(['a'])
  await loaded
  expect([page.items.value, page.isLoaded.value, page.filter.value]).toEqual([[], false, { text: '' }])
})
test('a query has what narrows something, without blanks', () => {
  expect(narrowing({ text: ' 甲 ', state: '', from: '2026-11-27' })).toEqual({ text: '甲', from: '2026-11-27' })
})
