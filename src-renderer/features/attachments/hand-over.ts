// A file from the window to its host, in pieces: a frame between them holds one.
import { failure } from '@zhengna/contract/errors.ts'
import type { HostBridge } from '@zhengna/contract/host/index.ts'
import type { AttachmentId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { base64Of } from '../../ui/index.ts'

export type HandedOver =
  | { readonly ok: true; readonly attachmentId: AttachmentId }
  /** 'unreadable': it was moved, or is a folder. */
  | { readonly ok: false; readonly reason: Failure | 'unreadable' }

export async function handOver(host: HostBridge, formKey: string, file: File): Promise<HandedOver> {
  const { name, size: sizeBytes } = file
  let attachmentId: AttachmentId | null = null
  for (let offset = 0; ; offset += limits.uploadPieceMaxBytes) {
    const bytes = await base64Of(file.slice(offset, offset + limits.uploadPieceMaxBytes)).catch(() => null)
    if (bytes === null) return { ok: false, reason: 'unreadable' }
    const added: Awaited<ReturnType<typeof host.request<'attachments.add'>>> = await host.request('attachments.add', {
      formKey,
      attachmentId,
      name,
      sizeBytes,
      offset,
      bytes,
    })
    if (!added.ok) return { ok: false, reason: added.error }
    if (added.value.isWhole) return { ok: true, attachmentId: added.value.attachmentId }
    // It grew shorter while it was read.
    if (offset + limits.uploadPieceMaxBytes >= sizeBytes) return { ok: false, reason: failure('ATTACHMENT_NOT_FOUND') }
    attachmentId = added.value.attachmentId
  }
}
