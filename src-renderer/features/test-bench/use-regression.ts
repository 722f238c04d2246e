// One run of the regression set; a later run's result is never replaced by an earlier one's.
import type { ArticleId } from '@zhengna/contract/ids.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { ref, shallowRef } from 'vue'
import { useHost } from '../../host/index.ts'
import type { Regression } from './change-outcome.ts'

export function useRegression() {
  const host = useHost()
  const result = shallowRef<Regression | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const isRunning = ref(false)
  let round = 0

  /** `articleIds` null: with everything that is being worked on. */
  async function run(articleIds: readonly ArticleId[] | null): Promise<void> {
    const own = ++round
    isRunning.value = true
    failure.value = null
    const got = await host.request('editing.runRegression', { body: { articleIds: articleIds && [...articleIds] } })
    if (own !== round) return
    isRunning.value = false
    if (got.ok) result.value = got.value
    else failure.value = got.error
  }
  return { result, failure, isRunning, run }
}
