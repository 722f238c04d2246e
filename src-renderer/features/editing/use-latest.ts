// Asks the server for what is shown: an answer to an older question never replaces a newer one's, and what is there stays until then.
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'

export interface Latest<T> {
  readonly value: ShallowRef<T | null>
  readonly failure: ShallowRef<Failure | null>
  readonly isLoading: Ref<boolean>
  load(): Promise<void>
  /** Something else is meant from now on: nothing of the old may show. */
  forget(): void
}

export function useLatest<T>(ask: () => Promise<Result<T>>): Latest<T> {
  const value = shallowRef<T | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const isLoading = ref(false)
  let round = 0
  return {
    value,
    failure,
    isLoading,
    async load() {
      const own = ++round
      isLoading.value = true
      const result = await ask()
      if (own !== round) return
      isLoading.value = false
      failure.value = result.ok ? null : result.error
      if (result.ok) value.value = result.value
    },
    forget() {
      round += 1
      value.value = failure.value = null
      isLoading.value = false
    },
  }
}
