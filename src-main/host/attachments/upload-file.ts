// One file up to the server, from wherever it is there.
import { catalogue } from '@zhengna/contract/errors.ts'
import { beginAttachment, putAttachmentPiece } from '@zhengna/contract/http/attachments.ts'
import { useOfForm } from '@zhengna/contract/host/attachments.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import type { ChosenFile } from '../cache/attachment-store.ts'
import type { Fetch } from '../sync/inbox.ts'
import type { ChosenFiles } from './chosen-files.ts'

/** later: the line was lost, or the server is in trouble; it is as good as before. */
export type UploadOutcome = { readonly kind: 'uploaded' | 'later' | 'stopped' } | { readonly kind: 'failed'; readonly failure: Failure }

/** Small enough to show progress on a slow line; a piece is what is lost at most when it breaks. */
const PIECE_BYTES = 256 * 1024

export interface UploadRun {
  readonly file: ChosenFile
  readonly files: ChosenFiles
  readonly fetch: Fetch
  readonly isStopped: () => boolean
  readonly onSent: (sentBytes: number) => Promise<void>
}

export async function uploadFile({ file, files, fetch, isStopped, onSent }: UploadRun): Promise<UploadOutcome> {
  const { id, name, sizeBytes, formKey } = file
  let progress = await fetch(beginAttachment, { body: { id, name, sizeBytes, use: useOfForm(formKey) } })
  for (let isFirst = true; ; isFirst = false) {
    if (isStopped()) return { kind: 'stopped' }
    if (!progress.ok) {
      const { error } = progress
      // Collected by the server between two pieces: begun anew with the next try.
      const isGone = error.code === 'ATTACHMENT_NOT_FOUND' && !isFirst
      return isGone || catalogue[error.code].retry !== 'never' ? { kind: 'later' } : { kind: 'failed', failure: error }
    }
    const { receivedBytes, isUploaded } = progress.value
    if (isUploaded) return { kind: 'uploaded' }
    await onSent(receivedBytes)
    const bytes = Buffer.from(await files.readPiece(id, receivedBytes, PIECE_BYTES)).toString('base64')
    progress = await fetch(putAttachmentPiece, { params: { attachmentId: id }, body: { offset: receivedBytes, bytes } })
  }
}
