// Uploads what a form has chosen, and waits until it is decided.
import type { FormAttachments, LocalAttachment } from '@zhengna/contract/host/attachments.ts'
import type { HostBridge } from '@zhengna/contract/host/index.ts'
import type { AttachmentId } from '@zhengna/contract/ids.ts'

/** null while some are on their way; else whether all came through. */
const decided = (files: readonly LocalAttachment[]): boolean | null => {
  if (files.some(({ state }) => state === 'failed' || state === 'paused' || state === 'chosen')) return false
  return files.every(({ state }) => state === 'uploaded') ? true : null
}

/** The ids of all, once they are uploaded; null where one failed, was taken back, or waits for the line. */
export async function uploadsOf(host: HostBridge, formKey: string): Promise<AttachmentId[] | null> {
  let settle: (form: FormAttachments) => void = () => undefined
  const end = new Promise<AttachmentId[] | null>((resolve) => {
    settle = ({ files }) => {
      const outcome = decided(files)
      if (outcome !== null) resolve(outcome ? files.map(({ id }) => id) : null)
    }
  })
  const stop = host.on('attachments.changed', (form) => {
    if (form.formKey === formKey) settle(form)
  })
  const started = await host.request('attachments.upload', { formKey })
  if (started.ok) settle(started.value)
  const outcome = started.ok ? await end : null
  stop()
  return outcome
}
