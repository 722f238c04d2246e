// Uploads: begun with an id that the uploading machine made, sent in pieces, gone on with wherever the line was lost.
import type { UploadProgress } from '@zhengna/contract/domain/attachment.ts'
import { judgedFile, type AttachmentUse } from '@zhengna/contract/domain/attachment-use.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { AttachmentId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import { countUnsubmitted, findAttachment, toAttachment, type AttachmentRow } from './attachments.store.ts'
import { finishUpload } from './finishing.ts'
import type { UploadParts } from './upload-parts.ts'

export interface NewUpload {
  readonly id: AttachmentId
  readonly name: string
  readonly sizeBytes: number
  /** Absent: record. */
  readonly use?: AttachmentUse | undefined
}

export interface Uploads {
  /** Again: how far it is. Errors: the route's. */
  begin(caller: Caller, upload: NewUpload): Promise<UploadProgress>
  /** Errors: the route's. */
  receive(caller: Caller, id: AttachmentId, offset: number, bytes: Uint8Array): Promise<UploadProgress>
  /** Errors: ATTACHMENT_NOT_FOUND, ATTACHMENT_SUBMITTED. */
  remove(caller: Caller, id: AttachmentId): Promise<void>
}

export function createUploads(parts: UploadParts): Uploads {
  const { database, clock, files, turns } = parts

  const own = async ({ personId }: Caller, id: AttachmentId): Promise<AttachmentRow> => {
    const row = await findAttachment(database.reader, id)
    if (row?.owner_id !== personId) throw new DomainError('ATTACHMENT_NOT_FOUND')
    return row
  }
  /** What is held; finished where all of it is. A file that is shorter than what was acknowledged was lost with a disk. */
  const goOn = async (row: AttachmentRow): Promise<UploadProgress> => {
    if (row.sha256 !== null) return progress(row, row.size_bytes)
    const held = Math.min(row.received_bytes, await files.sizeOf(row.id))
    return held === row.size_bytes ? progress(await finishUpload(parts, row), held) : progress(row, held)
  }

  return {
    begin: (caller, upload) =>
      turns.take(upload.id, async () => {
        const use = upload.use ?? 'record'
        const judged = judgedFile(use, upload)
        if (!judged.ok) throw new DomainError(judged.error.code, judged.error.detail)
        const row = await database.write(async (trx) => {
          const held = await findAttachment(trx, upload.id)
          if (held) return held
          const max = limits.attachmentsUnsubmittedMax
          if ((await countUnsubmitted(trx, caller.personId)) >= max) throw new DomainError('ATTACHMENT_TOO_MANY', { max })
          return trx
            .insertInto('attachments')
            .values({
              id: upload.id,
              owner_id: caller.personId,
              name: upload.name,
              extension: judged.extension,
              size_bytes: upload.sizeBytes,
              received_bytes: 0,
              sha256: null,
              touched_at: clock.now(),
              record_kind: null,
              record_id: null,
              place: null,
              use,
            })
            .returningAll()
            .executeTakeFirstOrThrow()
        })
        if (row.owner_id !== caller.personId) throw new DomainError('ATTACHMENT_NOT_FOUND')
        if (row.name !== upload.name || row.size_bytes !== upload.sizeBytes || row.use !== use)
          throw new DomainError('REQUEST_INVALID', { reason: 'id' })
        return goOn(row)
      }),

    receive: (caller, id, offset, bytes) =>
      turns.take(id, async () => {
        const before = await goOn(await own(caller, id))
        if (before.isUploaded || offset !== before.receivedBytes) return before
        const received = offset + bytes.length
        if (bytes.length > limits.uploadPieceMaxBytes || received > before.attachment.sizeBytes)
          throw new DomainError('REQUEST_INVALID', { reason: 'bytes' })
        await files.write(id, offset, bytes)
        const row = await database.write((trx) =>
          trx
            .updateTable('attachments')
            .set({ received_bytes: received, touched_at: clock.now() })
            .where('id', '=', id)
            .returningAll()
            .executeTakeFirst(),
        )
        // Collected meanwhile: a person asleep for a day.
        if (!row) throw new DomainError('ATTACHMENT_NOT_FOUND')
        return goOn(row)
      }),

    remove: (caller, id) =>
      turns.take(id, async () => {
        const row = await own(caller, id)
        const { numDeletedRows } = await database.write((trx) =>
          trx.deleteFrom('attachments').where('id', '=', id).where('record_kind', 'is', null).executeTakeFirst(),
        )
        if (numDeletedRows === 0n) throw new DomainError('ATTACHMENT_SUBMITTED', { name: row.name })
        await files.remove(id)
      }),
  }
}

const progress = (row: AttachmentRow, receivedBytes: number): UploadProgress => ({
  attachment: toAttachment(row),
  receivedBytes,
  isUploaded: row.sha256 !== null,
})
