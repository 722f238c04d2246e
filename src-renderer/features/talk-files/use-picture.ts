// The picture of a message, as this window shows it: what was chosen here, until the server's is here.
import type { Attachment } from '@zhengna/contract/domain/attachment.ts'
import { ref, watch } from 'vue'
import { useHost } from '../../host/index.ts'
import { useLocalPicturesStore } from './local-pictures.store.ts'

/** `isStored`: the server has it. */
export function usePicture(attachment: Attachment, isStored: () => boolean) {
  const host = useHost()
  const local = useLocalPicturesStore()
  const address = ref(local.addressOf(attachment.id))
  const isMissing = ref(false)

  async function load(): Promise<void> {
    isMissing.value = false
    const fetched = await host.request('attachments.fetchPicture', { attachment })
    if (fetched.ok) {
      address.value = fetched.value.address
      local.forget(attachment.id)
    } else isMissing.value = address.value === null
  }
  watch(isStored, (stored) => stored && void load(), { immediate: true })
  return { address, isMissing, load }
}
