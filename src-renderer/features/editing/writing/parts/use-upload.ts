// One file on its way to the server. Reading it has a measure; how much of it was sent, the line does not say.
import type { Failure } from '@zhengna/contract/result.ts'
import { ref, shallowRef } from 'vue'
import { useHost } from '../../../../host/index.ts'
import { readBase64, refusalOf, type AssetPartType } from '../read-file.ts'

/** The server wants a name of at most this length, and reads only its end. */
const nameMaxLength = 120

export function useUpload(unreadable: () => Failure) {
  const host = useHost()
  const step = ref<'reading' | 'sending' | null>(null)
  const readShare = ref(0)
  const failure = shallowRef<Failure | null>(null)

  /** The name it got; null where it was not taken, and why is in `failure`. */
  async function upload(type: AssetPartType, file: File): Promise<string | null> {
    failure.value = refusalOf(type, file)
    if (failure.value || step.value !== null) return null
    step.value = 'reading'
    readShare.value = 0
    const bytes = await readBase64(file, (share) => (readShare.value = share)).catch(() => null)
    if (bytes === null) failure.value = unreadable()
    else step.value = 'sending'
    const result =
      bytes === null ? null : await host.request('editing.uploadAsset', { body: { name: file.name.slice(-nameMaxLength), bytes } })
    step.value = null
    if (result && !result.ok) failure.value = result.error
    return result?.ok ? result.value.asset : null
  }

  return { step, readShare, failure, upload }
}
