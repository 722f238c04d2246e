// The files of one form, as the host has them: it keeps and uploads them whether this form is open or not.
import type { FormAttachments, LocalAttachment } from '@zhengna/contract/host/attachments.ts'
import type { AttachmentId } from '@zhengna/contract/ids.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { readonly, ref, shallowRef } from 'vue'
import { useHost, useHostEvent, useHostReturn } from '../../host/index.ts'
import { notifyFailure } from '../../ui/index.ts'
import { handOver } from './hand-over.ts'

/** A file that was not taken, and why; 'unreadable': it could not be read. */
export interface RefusedFile {
  readonly name: string
  readonly reason: Failure | 'unreadable'
}

/** `onAdded`: one was listed. */
export function useFormAttachments(formKey: string, onAdded?: (id: AttachmentId, file: File) => void) {
  const host = useHost()
  const files = shallowRef<readonly LocalAttachment[]>([])
  const refused = shallowRef<readonly RefusedFile[]>([])
  /** The name of the file that is being read. */
  const adding = ref<string | null>(null)

  const show = (form: FormAttachments): void => {
    if (form.formKey === formKey) files.value = form.files
  }
  const take = (result: Result<FormAttachments>): boolean => {
    if (result.ok) show(result.value)
    else notifyFailure(result.error)
    return result.ok
  }
  const reload = async (): Promise<void> => {
    const listed = await host.request('attachments.list', { formKey })
    if (listed.ok) show(listed.value)
  }
  useHostEvent('attachments.changed', show)
  useHostReturn(() => void reload())
  void reload()

  let last: Promise<void> = Promise.resolve()
  /** One after the other: each may be 20 megabytes. */
  function add(chosen: readonly File[]): Promise<void> {
    refused.value = []
    last = last.then(async () => {
      for (const file of chosen) {
        adding.value = file.name
        const handed = await handOver(host, formKey, file)
        if (handed.ok) onAdded?.(handed.attachmentId, file)
        else refused.value = [...refused.value, { name: file.name, reason: handed.reason }]
      }
      adding.value = null
    })
    return last
  }

  return {
    files: readonly(files),
    refused: readonly(refused),
    adding: readonly(adding),
    add,
    upload: async () => take(await host.request('attachments.upload', { formKey })),
    cancel: async (attachmentId: AttachmentId) => take(await host.request('attachments.cancel', { attachmentId })),
    retry: async (attachmentId: AttachmentId) => take(await host.request('attachments.retry', { attachmentId })),
    remove: async (attachmentId: AttachmentId) => take(await host.request('attachments.remove', { attachmentId })),
    submitted: async () => take(await host.request('attachments.submitted', { formKey })),
    discard: async () => take(await host.request('attachments.discard', { formKey })),
  }
}
