// @vitest-environment happy-dom
import type { GuardWord } from '@zhengna/contract/domain/guard-desk.ts'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'
import { installHost } from '../../host/index.ts'
import { fakeHost, type FakeHost } from '../chat/chat.fixture.ts'
import { draftOf, writtenIn } from './word-content.ts'
import { useGuardWordsStore, wordsPerPage } from './words.store.ts'

const aWord = (id: string): GuardWord => ({
  id: id as never,
  word: id,
  category: 'abuse',
  direction: 'both',
  action: null,
  replacement: '',
  exceptions: ['甲', '乙'],
  isEnabled: true,
  note: '',
  changedBy: null,
  changedAt: null,
})
let host: FakeHost
let total: number

beforeEach(() => {
  total = 60
  host = fakeHost({
    'guard.listWords': ({ query }: { query: { offset: number } }) => ({ words: query.offset < total ? [aWord('a')] : [], total }),
    'guard.removeWord': () => ({}),
    'guard.importWords': () => ({ added: 1, faults: [] }),
  })
  installHost(host)
  setActivePinia(createPinia())
})
const queries = () => host.asked.filter(({ name }) => name === 'guard.listWords').map(({ params }) => (params as { query: unknown }).query)

test('what is not filtered by is not asked for, and a new filter begins at the first page', async () => {
  const store = useGuardWordsStore()
  await store.turnTo(wordsPerPage)
  await store.look({ text: ' 某 ', category: 'fraud' })
  await store.clear()
  expect(queries()).toEqual([
    { offset: wordsPerPage, limit: wordsPerPage },
    { text: '某', category: 'fraud', offset: 0, limit: wordsPerPage },
    { offset: 0, limit: wordsPerPage },
  ])
})

test('when the last word of the last page is gone, the page before it is shown', async () => {
  const store = useGuardWordsStore()
  await store.turnTo(wordsPerPage)
  total = wordsPerPage
  await store.remove('a' as never)
  expect([store.offset, store.words.length]).toEqual([0, 1])
})

test('a trial import changes nothing that is shown', async () => {
  const store = useGuardWordsStore()
  const order = { text: '某', category: 'abuse', direction: 'both' } as const
  await store.importWords({ ...order, isTrial: true })
  expect(queries()).toEqual([])
  await store.importWords({ ...order, isTrial: false })
  expect(queries()).toHaveLength(1)
})

test('without a line the words that are shown stay, and the failure is told', async () => {
  const store = useGuardWordsStore()
  await store.load()
  installHost(fakeHost({}))
  setActivePinia(createPinia())
  const lost = useGuardWordsStore()
  await lost.load()
  expect([store.words.length, lost.failure?.code]).toEqual([1, 'HOST_OFFLINE'])
})

test('exceptions are lines while they are typed; blank ones are none', () => {
  const draft = draftOf(aWord('a'))
  expect(draft.exceptions).toBe('甲\n乙')
  expect(writtenIn({ ...draft, exceptions: ' 甲 \n\n丙' }).exceptions).toEqual(['甲', '丙'])
})
