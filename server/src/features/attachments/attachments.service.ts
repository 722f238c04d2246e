// 附件材料, and pictures and files of a talk: uploaded first, submitted with a record or sent as a message, read by whoever may read that.
import { join } from 'node:path'
import type { Attachment } from '@zhengna/contract/domain/attachment.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { AttachmentId, PersonId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Blobs } from '../../platform/blobs/blobs.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Reader, Writer } from '../../platform/database/database.ts'
import type { Pictures } from '../../platform/pictures/pictures.ts'
import { openArrivingFiles } from './arriving-files.ts'
import { attachTo } from './attaching.ts'
import {
  attachmentsOf,
  findAttachment,
  toAttachment,
  type AttachedKind,
  type AttachedRecord,
  type AttachmentRow,
} from './attachments.store.ts'
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
  of(db: Reader, kind: AttachedKind, recordIds: readonly string[]): Promise<Map<string, Attachment[]>>
  /** Who besides the uploader may read what is attached to records of this kind: each feature says it once, at the start. */
  letRead(kind: AttachedKind, mayReadRecord: MayReadRecord): void
  /** Errors: ATTACHMENT_NOT_FOUND (also: none of the caller's, or not whole). */
  open(caller: Caller, id: AttachmentId): Promise<{ attachment: Attachment; sha256: string }>
  /** What windows show of a picture in a talk. Errors: as `open`, also where it has none. */
  openDisplay(caller: Caller, id: AttachmentId): Promise<{ sizeBytes: number; sha256: string }>
  /** Removes what was never submitted and what nothing points to, by the clock. */
  collect(): Promise<void>
}

export interface AttachmentParts {
  readonly database: Database
  readonly clock: Clock
  readonly blobs: Blobs
  readonly dataDir: string
  readonly pictures: Pictures
}

export function createAttachments({ database, clock, blobs, dataDir, pictures }: AttachmentParts): Attachments {
  const parts = { database, clock, blobs, pictures, files: openArrivingFiles(join(dataDir, 'uploads')), turns: createTurns() }
  const readers = createReaders()
  const readable = async (caller: Caller, id: AttachmentId): Promise<AttachmentRow & { sha256: string }> => {
    const row = await findAttachment(database.reader, id)
    if (!row?.sha256 || !(await readers.mayRead(caller, row))) throw new DomainError('ATTACHMENT_NOT_FOUND')
    return { ...row, sha256: row.sha256 }
  }
  return {
    ...createUploads(parts),
    attachTo,
    of: attachmentsOf,
    letRead: readers.register,
    async open(caller, id) {
      const row = await readable(caller, id)
      return { attachment: toAttachment(row), sha256: row.sha256 }
    },
    async openDisplay(caller, id) {
      const { display_sha256, display_bytes } = await readable(caller, id)
      if (display_sha256 === null || display_bytes === null) throw new DomainError('ATTACHMENT_NOT_FOUND')
      return { sha256: display_sha256, sizeBytes: display_bytes }
    },
    collect: () => collect(parts),
  }
}
