// How far the file of one's own message is on its way up.
import { messageFormKey, type FormAttachments, type LocalAttachment } from '@zhengna/contract/host/attachments.ts'
import type { MessageId } from '@zhengna/contract/ids.ts'
import { computed, shallowRef } from 'vue'
import { useHost, useHostEvent } from '../../host/index.ts'
import { notifyFailure } from '../../ui/index.ts'
import { percentSent } from '../attachments/index.ts'

/** `isPending`: false where nothing is on its way. */
export function useUpload(messageId: MessageId, isPending: () => boolean) {
  const host = useHost()
  const formKey = messageFormKey(messageId)
  const file = shallowRef<LocalAttachment | null>(null)
  const show = (form: FormAttachments): void => {
    if (form.formKey === formKey) file.value = form.files[0] ?? null
  }
  const load = async (): Promise<void> => {
    const listed = await host.request('attachments.list', { formKey })
    if (listed.ok) show(listed.value)
  }
  if (isPending()) void load()
  useHostEvent('attachments.changed', show)

  const isUnderWay = computed(() => isPending() && (file.value?.state === 'uploading' || file.value?.state === 'paused'))
  const percent = computed(() => (file.value ? percentSent(file.value) : 0))
  async function stop(): Promise<void> {
    const stopped = await host.request('chat.discard', { id: messageId })
    if (!stopped.ok) notifyFailure(stopped.error)
  }
  return { isUnderWay, isPaused: computed(() => file.value?.state === 'paused'), percent, stop }
}
