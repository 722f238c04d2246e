// 附件材料: uploaded first, submitted with a record, read by whoever may read that.
import { join } from 'node:path'
import type { Attachment } from '@zhengna/contract/domain/attachment.ts'
import type { RecordPage } from '@zhengna/contract/domain/record-page.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { AttachmentId, PersonId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Blobs } from '../../platform/blobs/blobs.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Reader, Writer } from '../../platform/database/database.ts'
import { openArrivingFiles } from './arriving-files.ts'
import { attachTo } from './attaching.ts'
import { attachmentsOf, findAttachment, toAttachment, type AttachedRecord } from './attachments.store.ts'
import { collect } from './collecting.ts'
import { createReaders, type MayReadRecord } from './readers.ts'
import { createTurns } from '../../platform/turns.ts'
import { createUploads, type Uploads } from './upload.service.ts'

export interface Attachments extends Uploads {
  /**
   * Makes uploads part of a record, in the order given, within the transaction that stores it; the same again changes nothing.
   * Errors: ATTACHMENT_NOT_FOUND (also: somebody else's, or another record's), ATTACHMENT_NOT_UPLOADED.
   */
  attachTo(trx: Writer, ownerId: PersonId, ids: readonly AttachmentId[], record: AttachedRecord): Promise<void>
  /** Each record's in the order they were given; a record without any is not in it. */
  of(db: Reader, kind: RecordPage, recordIds: readonly string[]): Promise<Map<string, Attachment[]>>
  /** Who besides the uploader may read what is attached to records of this kind: each feature says it once, at the start. */
  letRead(kind: RecordPage, mayReadRecord: MayReadRecord): void
  /** Errors: ATTACHMENT_NOT_FOUND (also: none of the caller's, or not whole). */
  open(caller: Caller, id: AttachmentId): Promise<{ attachment: Attachment; sha256: string }>
  /** Removes what was never submitted and what nothing points to, by the clock. */
  collect(): Promise<void>
}

export interface AttachmentParts {
  readonly database: Database
  readonly clock: Clock
  readonly blobs: Blobs
  readonly dataDir: string
}

export function createAttachments({ database, clock, blobs, dataDir }: AttachmentParts): Attachments {
  const parts = { database, clock, blobs, files: openArrivingFiles(join(dataDir, 'uploads')), turns: createTurns() }
  const readers = createReaders()
  return {
    ...createUploads(parts),
    attachTo,
    of: attachmentsOf,
    letRead: readers.register,
    async open(caller, id) {
      const row = await findAttachment(database.reader, id)
      if (!row?.sha256 || !(await readers.mayRead(caller, row))) throw new DomainError('ATTACHMENT_NOT_FOUND')
      return { attachment: toAttachment(row), sha256: row.sha256 }
    },
    collect: () => collect(parts),
  }
}
