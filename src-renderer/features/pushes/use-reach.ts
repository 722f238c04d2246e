// How many a push would reach, asked anew whenever its audience changes; the answer to the last question is the one that is shown.
import type { PushAudience } from '@zhengna/contract/domain/push-audience.ts'
import type { PushPreview } from '@zhengna/contract/domain/push-record.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { useDebounceFn } from '@vueuse/core'
import { ref, shallowRef, watch } from 'vue'
import { useHost } from '../../host/index.ts'

const afterMs = 300

export function useReach(audience: () => PushAudience) {
  const host = useHost()
  const preview = shallowRef<PushPreview | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const isCounting = ref(false)
  let latest = 0

  async function count(): Promise<void> {
    const asked = ++latest
    isCounting.value = true
    const got = await host.request('pushes.preview', { body: { audience: audience() } })
    if (asked !== latest) return
    isCounting.value = false
    preview.value = got.ok ? got.value : null
    failure.value = got.ok ? null : got.error
  }
  const countSoon = useDebounceFn(count, afterMs)
  watch(
    () => JSON.stringify(audience()),
    () => {
      isCounting.value = true
      void countSoon()
    },
  )
  void count()
  return { preview, failure, isCounting, count }
}
