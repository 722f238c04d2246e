// All favourites or those that are searched for, page after page; looked for again when something was toggled.
import type { FavouriteView } from '@zhengna/contract/host/favourites.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { useDebounceFn } from '@vueuse/core'
import { computed, ref, shallowRef, watch } from 'vue'
import { useHost } from '../../host/index.ts'
import { useFavouritesStore } from './favourites.store.ts'

const LOOK_AFTER_MS = 200

export function useFavouriteList() {
  const host = useHost()
  const store = useFavouritesStore()
  const typed = ref('')
  const found = shallowRef<readonly FavouriteView[]>([])
  const total = ref(0)
  const isLoaded = ref(false)
  const failure = shallowRef<Failure | null>(null)
  const hasMore = computed(() => found.value.length < total.value)
  let turn = 0

  /** Page after page behind those shown, until there are so many. */
  async function fetch(shown: readonly FavouriteView[], atLeast: number): Promise<void> {
    const own = ++turn
    failure.value = null
    const search = typed.value
    const all = [...shown]
    for (;;) {
      const page = await host.request('favourites.list', { search, after: all.at(-1)?.questionId ?? null })
      // Something else is being looked for by now.
      if (own !== turn) return
      if (!page.ok) {
        failure.value = page.error
        return
      }
      all.push(...page.value.favourites)
      total.value = page.value.total
      if (all.length >= Math.min(atLeast, total.value) || page.value.favourites.length === 0) break
    }
    found.value = all
    isLoaded.value = true
  }
  /** From the first one on, `atLeast` so many: what was scrolled to stays. */
  const look = (atLeast = 1): Promise<void> => fetch([], atLeast)
  const more = (): Promise<void> => (hasMore.value ? fetch(found.value, found.value.length + 1) : Promise.resolve())

  const lookSoon = useDebounceFn(() => look(), LOOK_AFTER_MS)
  watch(typed, () => void lookSoon())
  watch(
    () => store.changes,
    () => void look(Math.max(1, found.value.length)),
  )
  void look()
  return { typed, found, total, hasMore, isLoaded, failure, look, more }
}
