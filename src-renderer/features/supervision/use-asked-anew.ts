// What 监控 shows: asked for when it is opened, whenever the office changed, and each minute, since yardsticks pass and midnight comes
// without anything happening. One question at a time: what changes meanwhile is asked for once, afterwards.
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { onMounted, onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { useHostEvent, useHostReturn } from '../../host/index.ts'

const EVERY_MS = 60_000

export interface AskedAnew<T> {
  /** null: nothing came yet. What came last stays while there is no line. */
  readonly shown: Readonly<ShallowRef<T | null>>
  readonly failure: Readonly<ShallowRef<Failure | null>>
  load(): Promise<void>
}

export function useAskedAnew<T>(ask: () => Promise<Result<T>>): AskedAnew<T> {
  const shown = shallowRef<T | null>(null)
  const failure = shallowRef<Failure | null>(null)
  let isAsking = false
  /** How often it was to be asked. */
  let wanted = 0

  async function load(): Promise<void> {
    wanted += 1
    if (isAsking) return
    isAsking = true
    for (let answered = 0; answered !== wanted;) {
      answered = wanted
      const got = await ask()
      failure.value = got.ok ? null : got.error
      if (got.ok) shown.value = got.value
    }
    isAsking = false
  }

  onMounted(load)
  useHostEvent('supervision.changed', () => void load())
  useHostReturn(() => void load())
  const timer = setInterval(() => void load(), EVERY_MS)
  onScopeDispose(() => clearInterval(timer))
  return { shown, failure, load }
}
