// A list as it is filtered and turned: the last question asked is the one that is answered, and what is there stays until then.
import type { RecordPage } from '@zhengna/contract/domain/record-page.ts'
import type { RecordList, Seen } from '@zhengna/contract/host/records.ts'
import { pageSizes } from '@zhengna/contract/http/paging.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { computed, ref, shallowRef, type ShallowRef } from 'vue'
import { useRecordNews } from './use-record-news.ts'

export type PageSize = (typeof pageSizes)[number]

export function useRecordList<Summary, Filter extends object>(parts: {
  /** null: no records with a page of their own; who uses it listens for what changes it. */
  readonly page: RecordPage | null
  readonly ask: (query: Filter & { page: number; pageSize: PageSize }) => Promise<Result<Seen<RecordList<Summary>>>>
  readonly everything: () => Filter
}) {
  const filter = shallowRef(parts.everything()) as ShallowRef<Filter>
  const page = ref(1)
  const pageSize = ref<PageSize>(pageSizes[0])
  const seen = shallowRef<Seen<RecordList<Summary>> | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const isLoading = ref(false)
  const isFiltered = computed(() => JSON.stringify(filter.value) !== JSON.stringify(parts.everything()))
  const pages = computed(() => Math.max(1, Math.ceil((seen.value?.total ?? 0) / pageSize.value)))
  let latest = 0

  async function load(): Promise<void> {
    const asked = ++latest
    isLoading.value = true
    const came = await parts.ask({ ...filter.value, page: page.value, pageSize: pageSize.value })
    if (asked !== latest) return
    isLoading.value = false
    failure.value = came.ok ? null : came.error
    seen.value = came.ok ? came.value : null
    // The last one of the last page is gone.
    if (came.ok && came.value.items.length === 0 && page.value > 1) await turn(Math.min(page.value - 1, pages.value))
  }
  async function turn(to: number): Promise<void> {
    page.value = to
    await load()
  }
  async function look(by: Filter): Promise<void> {
    filter.value = by
    await turn(1)
  }
  async function resize(size: PageSize): Promise<void> {
    pageSize.value = size
    await turn(1)
  }
  useRecordNews(
    parts.page,
    () => void load(),
    () => seen.value?.isFromCache ?? failure.value !== null,
  )

  return {
    filter,
    page,
    pages,
    pageSize,
    seen,
    failure,
    isLoading,
    isFiltered,
    load,
    turn,
    look,
    resize,
    reset: () => look(parts.everything()),
  }
}
