// A whole upload: its content must be what its name says, and is kept once however often it is uploaded. A picture of a talk loses what it
// says of places, and is given what windows show of it.
import { isAttachmentContent } from '@zhengna/contract/domain/attachment-content.ts'
import { useRules } from '@zhengna/contract/domain/attachment-use.ts'
import { isTalkPicture } from '@zhengna/contract/domain/talk-file.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { AttachmentId } from '@zhengna/contract/ids.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { wipeLocation } from '../../platform/pictures/location.ts'
import { hashOf, type ArrivingFiles } from './arriving-files.ts'
import type { AttachmentRow } from './attachments.store.ts'
import type { UploadParts } from './upload-parts.ts'

type Shown = Pick<AttachmentRow, 'display_sha256' | 'display_bytes' | 'display_width' | 'display_height'>

/** Errors: ATTACHMENT_TYPE_REFUSED, TALK_FILE_TYPE_REFUSED, TALK_PICTURE_UNREADABLE, with nothing of it left. */
export async function finishUpload(parts: UploadParts, row: AttachmentRow): Promise<AttachmentRow> {
  const { files } = parts
  const bytes = await files.read(row.id)
  if (!isAttachmentContent(row.extension, bytes)) return refuse(parts, row.id, useRules[row.use].typeRefused)
  const isPicture = row.use === 'talk' && isTalkPicture(row.extension)
  const shown = isPicture ? await displayOf(parts, row) : null
  if (isPicture && !shown) return refuse(parts, row.id, { code: 'TALK_PICTURE_UNREADABLE', detail: { name: row.name } })
  // After it was looked at: which side is up may stand among what is wiped out.
  if (isPicture) await wipe(files, row, bytes)
  const sha256 = await keep(parts, files.pathOf(row.id))
  const change = { sha256, ...shown }
  await parts.database.write((trx) => trx.updateTable('attachments').set(change).where('id', '=', row.id).execute())
  await files.remove(row.id)
  return { ...row, ...change }
}

async function refuse(
  { database, files }: UploadParts,
  id: AttachmentId,
  { code, detail }: Pick<Failure, 'code' | 'detail'>,
): Promise<never> {
  await database.write((trx) => trx.deleteFrom('attachments').where('id', '=', id).executeTakeFirst())
  await files.remove(id)
  throw new DomainError(code, detail)
}

async function displayOf(parts: UploadParts, { id, extension }: AttachmentRow): Promise<Shown | null> {
  const { files, pictures } = parts
  if (!isTalkPicture(extension)) return null
  const target = files.displayPathOf(id)
  try {
    const made = await pictures.display({ file: files.pathOf(id), extension, target })
    if (!made) return null
    const display_sha256 = await keep(parts, target)
    return { display_sha256, display_bytes: made.sizeBytes, display_width: made.width, display_height: made.height }
  } finally {
    await files.removeDisplay(id)
  }
}

async function wipe(files: ArrivingFiles, { id, extension }: AttachmentRow, bytes: Buffer): Promise<void> {
  wipeLocation(extension, bytes)
  await files.write(id, 0, bytes)
}

/** Its hash, under which it is kept. Claimed before it is put: whoever collects what nobody points to sees that somebody is about to (collecting.ts). */
async function keep({ database, clock, blobs }: UploadParts, file: string): Promise<string> {
  const sha256 = await hashOf(file)
  const claimed_at = clock.now()
  await database.write((trx) =>
    trx
      .insertInto('attachment_blobs')
      .values({ sha256, claimed_at })
      .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ claimed_at }))
      .execute(),
  )
  await blobs.put(sha256, file)
  return sha256
}
