// 词条: one page of what the server has, as it is filtered. Every change is the server's; what it says is shown.
import type { GuardWord, GuardWordContent, WordImport } from '@zhengna/contract/domain/guard-desk.ts'
import type { SensitiveCategory, SensitiveDirection } from '@zhengna/contract/domain/sensitive-word.ts'
import type { HostParams } from '@zhengna/contract/host/index.ts'
import type { SensitiveWordId } from '@zhengna/contract/ids.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useHost } from '../../host/index.ts'

export interface WordFilter {
  readonly text: string
  readonly category: SensitiveCategory | ''
  readonly direction: SensitiveDirection | ''
}
const everything: WordFilter = { text: '', category: '', direction: '' }

export const wordsPerPage = 50

export const useGuardWordsStore = defineStore('guard-words', () => {
  const host = useHost()
  const filter = shallowRef(everything)
  const offset = ref(0)
  const words = shallowRef<readonly GuardWord[]>([])
  const total = ref(0)
  const isLoaded = ref(false)
  const failure = shallowRef<Failure | null>(null)
  const isFiltered = computed(() => Object.values(filter.value).some((value) => value !== ''))
  let latest = 0

  /** The last question asked is the one that is answered. */
  async function load(): Promise<void> {
    const asked = ++latest
    const { text, category, direction } = filter.value
    const query = {
      ...(text.trim() && { text: text.trim() }),
      ...(category && { category }),
      ...(direction && { direction }),
      offset: offset.value,
      limit: wordsPerPage,
    }
    const page = await host.request('guard.listWords', { query })
    if (asked !== latest) return
    failure.value = page.ok ? null : page.error
    if (!page.ok) return
    words.value = page.value.words
    total.value = page.value.total
    isLoaded.value = true
    // The last word of the last page is gone.
    if (words.value.length === 0 && offset.value > 0) await turnTo(Math.max(0, offset.value - wordsPerPage))
  }
  async function turnTo(next: number): Promise<void> {
    offset.value = next
    await load()
  }
  async function look(change: Partial<WordFilter>): Promise<void> {
    filter.value = { ...filter.value, ...change }
    await turnTo(0)
  }
  const clear = (): Promise<void> => look(everything)

  /** `id` null: a new one. */
  async function save(id: SensitiveWordId | null, content: GuardWordContent, isCertain: boolean): Promise<Result<unknown>> {
    const body = { content, isCertain }
    const saved = await (id === null
      ? host.request('guard.addWord', { body })
      : host.request('guard.saveWord', { params: { wordId: id }, body }))
    if (saved.ok) await load()
    return saved
  }
  async function remove(id: SensitiveWordId): Promise<Failure | null> {
    const removed = await host.request('guard.removeWord', { params: { wordId: id } })
    // Gone already is as good.
    if (!removed.ok && removed.error.code !== 'GUARD_WORD_NOT_FOUND') return removed.error
    await load()
    return null
  }
  async function importWords(body: HostParams<'guard.importWords'>['body']): Promise<Result<WordImport>> {
    const result = await host.request('guard.importWords', { body })
    if (result.ok && !body.isTrial) await turnTo(0)
    return result
  }

  return { filter, offset, words, total, isLoaded, failure, isFiltered, load, turnTo, look, clear, save, remove, importWords }
})
