// Something the server has, asked for when it is opened and again when the line is back.
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { shallowRef, type ShallowRef } from 'vue'
import { useHostEvent } from '../../host/index.ts'

/** What is there stays while it is asked for again; the last question asked is the one that is answered. */
export function useLoaded<T>(ask: () => Promise<Result<T>>) {
  const value = shallowRef(null) as ShallowRef<T | null>
  const failure = shallowRef<Failure | null>(null)
  let latest = 0

  async function load(): Promise<void> {
    const asked = ++latest
    const got = await ask()
    if (asked !== latest) return
    failure.value = got.ok ? null : got.error
    if (got.ok) value.value = got.value
  }
  useHostEvent('records.missed', () => void load())
  void load()
  return { value, failure, load }
}
