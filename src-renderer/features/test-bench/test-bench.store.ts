// The test bench as its editor left it: question, for whom, which day; the last result. Kept while other pages are looked at.
import type { Audience } from '@zhengna/contract/domain/person.ts'
import type { HostReply } from '@zhengna/contract/host/index.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowRef } from 'vue'
import { useHost } from '../../host/index.ts'
import { todayInBeijing } from '../../ui/index.ts'
import { useRegression } from './use-regression.ts'

export type BenchResult = HostReply<'editing.askTestBench'>

export const useTestBenchStore = defineStore('test-bench', () => {
  const host = useHost()
  const form = reactive({ query: '', audiences: [] as Audience[], day: todayInBeijing(), withOpen: true })
  const result = shallowRef<BenchResult | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const isAsking = ref(false)
  const canAsk = computed(() => form.query.trim() !== '' && form.day !== '')
  const { result: regression, failure: regressionFailure, isRunning, run } = useRegression()
  let round = 0

  async function ask(): Promise<void> {
    if (!canAsk.value) return
    const own = ++round
    isAsking.value = true
    failure.value = null
    const { query, audiences, day, withOpen } = form
    const asked = { query: query.trim(), audiences: [...audiences], day: day === todayInBeijing() ? null : day, withOpen }
    const got = await host.request('editing.askTestBench', { body: asked })
    if (own !== round) return
    isAsking.value = false
    result.value = got.ok ? got.value : null
    failure.value = got.ok ? null : got.error
  }

  return { form, result, failure, isAsking, canAsk, ask, regression, regressionFailure, isRunning, run: () => run(null) }
})
