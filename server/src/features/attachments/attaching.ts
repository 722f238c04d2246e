// What was uploaded becomes part of what is submitted, within the transaction that stores that.
import type { AttachmentUse } from '@zhengna/contract/domain/attachment-use.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { AttachmentId, PersonId } from '@zhengna/contract/ids.ts'
import type { Writer } from '../../platform/database/database.ts'
import { findAttachment, type AttachedRecord } from './attachments.store.ts'

/**
 * In the order given, after what the record has already; the same again changes nothing.
 * Errors: ATTACHMENT_NOT_FOUND (also: somebody else's, or another record's), ATTACHMENT_NOT_UPLOADED.
 */
export async function attachTo(trx: Writer, ownerId: PersonId, ids: readonly AttachmentId[], record: AttachedRecord): Promise<void> {
  let place = await lastPlace(trx, record)
  for (const id of new Set(ids)) {
    const row = await findAttachment(trx, id)
    if (row?.owner_id !== ownerId) throw new DomainError('ATTACHMENT_NOT_FOUND')
    if (row.record_kind === record.kind && row.record_id === record.recordId) continue
    if (row.record_kind !== null || row.use !== useFor(record)) throw new DomainError('ATTACHMENT_NOT_FOUND')
    if (row.sha256 === null) throw new DomainError('ATTACHMENT_NOT_UPLOADED', { name: row.name })
    place += 1
    await trx
      .updateTable('attachments')
      .set({ record_kind: record.kind, record_id: record.recordId, place })
      .where('id', '=', id)
      .where('record_kind', 'is', null)
      .executeTakeFirst()
  }
}

/** What a talk takes, no form does, and the other way round. */
const useFor = ({ kind }: AttachedRecord): AttachmentUse => (kind === 'message' ? 'talk' : 'record')

async function lastPlace(trx: Writer, { kind, recordId }: AttachedRecord): Promise<number> {
  const { place } = await trx
    .selectFrom('attachments')
    .select((eb) => eb.fn.max('place').as('place'))
    .where('record_kind', '=', kind)
    .where('record_id', '=', recordId)
    .executeTakeFirstOrThrow()
  return place ?? 0
}
