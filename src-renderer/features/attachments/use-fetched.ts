// An attachment of a record is brought to this machine when somebody wants it.
import type { Attachment } from '@zhengna/contract/domain/attachment.ts'
import { readonly, ref } from 'vue'
import { useHost } from '../../host/index.ts'
import { notifyFailure } from '../../ui/index.ts'

export function useFetched(attachment: () => Attachment) {
  const host = useHost()
  const isFetching = ref(false)

  /** Its address in this window; null where it cannot be had, which is told. */
  async function fetchAddress(): Promise<string | null> {
    if (isFetching.value) return null
    isFetching.value = true
    const fetched = await host.request('attachments.fetch', { attachment: attachment() })
    isFetching.value = false
    if (fetched.ok) return fetched.value.address
    notifyFailure(fetched.error)
    return null
  }
  /** The browser's download, Electron's dialog. */
  async function save(): Promise<void> {
    const address = await fetchAddress()
    if (address === null) return
    const link = document.createElement('a')
    link.href = address
    link.download = attachment().name
    link.click()
  }

  return { isFetching: readonly(isFetching), fetchAddress, save }
}
