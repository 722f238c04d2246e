// One page of a list that the server has, as it is filtered: what every desk and log that is looked through does alike.
import type { pageSizes } from '@zhengna/contract/http/paging.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'

type PageSize = (typeof pageSizes)[number]

export interface PageOfList<Item> {
  readonly items: readonly Item[]
  readonly total: number
}

export interface FilteredPage<Filter, Item> {
  readonly filter: ShallowRef<Filter>
  /** Of the first item shown; 0 is the list's first. */
  readonly offset: Ref<number>
  readonly items: ShallowRef<readonly Item[]>
  readonly total: Ref<number>
  readonly isLoaded: Ref<boolean>
  readonly failure: ShallowRef<Failure | null>
  readonly isFiltered: ComputedRef<boolean>
  /** The same page once more; of several at once the last one asked is the one that is answered. */
  load(): Promise<void>
  turnTo(offset: number): Promise<void>
  /** From the first page, by another filter. */
  look(change: Partial<Filter>): Promise<void>
  clear(): Promise<void>
  /** As before anything was asked: for the next person. */
  forget(): void
}

/** A filter is texts by name; '' narrows nothing. `ask`: page 1 is the first. */
export function createFilteredPage<Filter extends Readonly<Record<keyof Filter, string>>, Page extends PageOfList<unknown>>(parts: {
  readonly everything: Filter
  readonly size: PageSize
  readonly ask: (filter: Filter, paging: { readonly page: number; readonly pageSize: PageSize }) => Promise<Result<Page>>
  /** What else a page says. */
  readonly onPage?: (page: Page) => void
}): FilteredPage<Filter, Page['items'][number]> {
  const { everything, size, ask, onPage } = parts
  // Of a generic type Vue cannot tell that it is no ref itself.
  const filter = shallowRef(everything) as ShallowRef<Filter>
  const offset = ref(0)
  const items = shallowRef<Page['items']>([])
  const total = ref(0)
  const isLoaded = ref(false)
  const failure = shallowRef<Failure | null>(null)
  const isFiltered = computed(() => Object.values<string>(filter.value).some((value) => value !== ''))
  let latest = 0

  async function load(): Promise<void> {
    const asked = ++latest
    const page = await ask(filter.value, { page: offset.value / size + 1, pageSize: size })
    if (asked !== latest) return
    failure.value = page.ok ? null : page.error
    if (!page.ok) return
    items.value = page.value.items
    total.value = page.value.total
    onPage?.(page.value)
    isLoaded.value = true
  }
  async function turnTo(next: number): Promise<void> {
    offset.value = next
    await load()
  }
  async function look(change: Partial<Filter>): Promise<void> {
    filter.value = { ...filter.value, ...change }
    await turnTo(0)
  }
  function forget(): void {
    latest += 1
    filter.value = everything
    offset.value = 0
    items.value = []
    isLoaded.value = false
    failure.value = null
  }
  return { filter, offset, items, total, isLoaded, failure, isFiltered, load, turnTo, look, clear: () => look(everything), forget }
}

/** The parts of a filter that narrow something, trimmed: as a query has them. */
export const narrowing = <Filter extends object>(filter: Filter): { [K in keyof Filter]?: Exclude<Filter[K], ''> } =>
  Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]: [string, string]) => (value.trim() === '' ? [] : [[name, value.trim()]])),
  ) as { [K in keyof Filter]?: Exclude<Filter[K], ''> }
