// A whole upload: its content must be what its name says, and is kept once however often it is uploaded.
import { attachmentTypesInWords } from '@zhengna/contract/domain/attachment.ts'
import { isAttachmentContent } from '@zhengna/contract/domain/attachment-content.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { AttachmentRow } from './attachments.store.ts'
import type { UploadParts } from './upload-parts.ts'

/** Errors: ATTACHMENT_TYPE_REFUSED, with nothing of it left. */
export async function finishUpload({ database, clock, files, blobs }: UploadParts, row: AttachmentRow): Promise<AttachmentRow> {
  const { bytes, sha256 } = await files.read(row.id)
  if (!isAttachmentContent(row.extension, bytes)) {
    await database.write((trx) => trx.deleteFrom('attachments').where('id', '=', row.id).executeTakeFirst())
    await files.remove(row.id)
    throw new DomainError('ATTACHMENT_TYPE_REFUSED', { types: attachmentTypesInWords })
  }
  // Claimed before it is put: whoever collects what nobody points to sees that somebody is about to (collecting.ts).
  const claimed_at = clock.now()
  await database.write((trx) =>
    trx
      .insertInto('attachment_blobs')
      .values({ sha256, claimed_at })
      .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ claimed_at }))
      .execute(),
  )
  await blobs.put(sha256, files.pathOf(row.id))
  await database.write((trx) => trx.updateTable('attachments').set({ sha256 }).where('id', '=', row.id).execute())
  await files.remove(row.id)
  return { ...row, sha256 }
}
