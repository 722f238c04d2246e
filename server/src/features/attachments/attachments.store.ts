// Attachments as rows.
import type { Selectable } from 'kysely'
import type { Attachment } from '@zhengna/contract/domain/attachment.ts'
import type { RecordPage } from '@zhengna/contract/domain/record-page.ts'
import type { AttachmentId, PersonId } from '@zhengna/contract/ids.ts'
import type { Reader } from '../../platform/database/database.ts'
import type { AttachmentTable } from '../../platform/database/schema.ts'

export type AttachmentRow = Selectable<AttachmentTable>

/** What an attachment belongs to once it is submitted: a record, or a message of a talk. */
export type AttachedKind = RecordPage | 'message'

export interface AttachedRecord {
  readonly kind: AttachedKind
  /** The record's, or a step's of it: whatever the feature asks by. */
  readonly recordId: string
}

export const findAttachment = (db: Reader, id: AttachmentId): Promise<AttachmentRow | undefined> =>
  db.selectFrom('attachments').selectAll().where('id', '=', id).executeTakeFirst()

export async function countUnsubmitted(db: Reader, ownerId: PersonId): Promise<number> {
  const { count } = await db
    .selectFrom('attachments')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('owner_id', '=', ownerId)
    .where('record_kind', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** SQLite takes 32,766 parameters in a statement. */
const IDS_PER_QUERY = 1_000

/** Each record's in the order they were given; a record without any is not in it. */
export async function attachmentsOf(db: Reader, kind: AttachedKind, recordIds: readonly string[]): Promise<Map<string, Attachment[]>> {
  const found = new Map<string, Attachment[]>()
  for (let start = 0; start < recordIds.length; start += IDS_PER_QUERY) {
    const rows = await db
      .selectFrom('attachments')
      .selectAll()
      .where('record_kind', '=', kind)
      .where('record_id', 'in', recordIds.slice(start, start + IDS_PER_QUERY))
      .orderBy('place')
      .execute()
    for (const row of rows) {
      if (row.record_id === null) continue
      found.set(row.record_id, [...(found.get(row.record_id) ?? []), toAttachment(row)])
    }
  }
  return found
}

export const toAttachment = ({ id, name, extension, size_bytes }: AttachmentRow): Attachment => ({
  id,
  name,
  extension,
  sizeBytes: size_bytes,
})
