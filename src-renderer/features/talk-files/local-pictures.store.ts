// Pictures that were chosen in this window, by the attachment's id: shown while the server has not made what others see.
import type { AttachmentId } from '@zhengna/contract/ids.ts'
import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'

/** What every browser of today draws by itself. */
const DRAWN = /\.(jpe?g|jfif|pjpe?g|pjp|png|gif|webp|bmp|avif|ico)$/i

export const useLocalPicturesStore = defineStore('local-pictures', () => {
  const addresses = shallowReactive(new Map<AttachmentId, string>())

  function keep(id: AttachmentId, file: File): void {
    if (DRAWN.test(file.name)) addresses.set(id, URL.createObjectURL(file))
  }
  function forget(id: AttachmentId): void {
    const address = addresses.get(id)
    if (address) URL.revokeObjectURL(address)
    addresses.delete(id)
  }
  const addressOf = (id: AttachmentId): string | null => addresses.get(id) ?? null
  /** Another person signs in. */
  const reset = (): void => [...addresses.keys()].forEach(forget)
  return { keep, forget, addressOf, reset }
})
