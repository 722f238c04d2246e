// One record as it is shown: asked for again when it changed; what is there stays meanwhile.
import type { RecordPage } from '@zhengna/contract/domain/record-page.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { ref, shallowRef } from 'vue'
import { useRecordNews } from './use-record-news.ts'

export interface SeenOne<R> {
  readonly record: R
  readonly asOf: number
  readonly isFromCache: boolean
}

export function useRecord<R>(page: RecordPage, id: string, ask: () => Promise<Result<SeenOne<R>>>) {
  const seen = shallowRef<SeenOne<R> | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const isBusy = ref(false)
  let latest = 0

  async function load(): Promise<void> {
    const asked = ++latest
    const came = await ask()
    if (asked !== latest) return
    if (came.ok) seen.value = came.value
    failure.value = came.ok || seen.value ? null : came.error
  }
  /** What an action made of it is shown at once. */
  async function act(work: () => Promise<Result<R>>): Promise<Failure | null> {
    if (isBusy.value) return null
    isBusy.value = true
    const done = await work()
    isBusy.value = false
    if (done.ok) {
      latest += 1
      seen.value = { record: done.value, asOf: Date.now(), isFromCache: false }
    } else void load()
    return done.ok ? null : done.error
  }
  useRecordNews(
    page,
    () => void load(),
    () => seen.value?.isFromCache ?? true,
    () => id,
  )
  void load()
  return { seen, failure, isBusy, load, act }
}
