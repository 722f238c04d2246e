// What nobody will ask for: uploads that were never submitted, and contents that no attachment has.
import { findAttachment } from './attachments.store.ts'
import type { UploadParts } from './upload-parts.ts'

const HOUR_MS = 3_600_000
const ORPHAN_AFTER_MS = 24 * HOUR_MS
/** Between claiming a content and pointing to it lie seconds. */
const BLOB_AFTER_MS = HOUR_MS

export async function collect(parts: UploadParts): Promise<void> {
  await collectOrphans(parts)
  await collectArriving(parts)
  await collectBlobs(parts)
}

async function collectOrphans({ database, clock }: UploadParts): Promise<void> {
  const before = clock.now() - ORPHAN_AFTER_MS
  const orphans = await database.reader
    .selectFrom('attachments')
    .select('id')
    .where('record_kind', 'is', null)
    .where('touched_at', '<', before)
    .limit(1)
    .execute()
  // Most minutes have none: nothing is written for nothing.
  if (orphans.length === 0) return
  await database.write((trx) => trx.deleteFrom('attachments').where('record_kind', 'is', null).where('touched_at', '<', before).execute())
}

/** What is on its way has its row before its file, so that a file without a row is nobody's. */
async function collectArriving({ database, files, turns }: UploadParts): Promise<void> {
  for (const id of await files.list())
    await turns.take(id, async () => {
      const row = await findAttachment(database.reader, id)
      // One that is checked and kept is a copy that a crash left behind.
      if (row?.sha256 !== null) await files.remove(id)
    })
}

/**
 * The file goes within the transaction that ends its row: an upload of the same content that claims it anew waits for that, finds no
 * file, and puts its own.
 */
async function collectBlobs({ database, clock, blobs }: UploadParts): Promise<void> {
  const before = clock.now() - BLOB_AFTER_MS
  const unused = await database.reader
    .selectFrom('attachment_blobs as blob')
    .leftJoin('attachments as attachment', 'attachment.sha256', 'blob.sha256')
    .leftJoin('attachments as shown', 'shown.display_sha256', 'blob.sha256')
    .select('blob.sha256')
    .where('attachment.id', 'is', null)
    .where('shown.id', 'is', null)
    .where('blob.claimed_at', '<', before)
    .execute()
  for (const { sha256 } of unused)
    await database.write(async (trx) => {
      const { numDeletedRows } = await trx
        .deleteFrom('attachment_blobs')
        .where('sha256', '=', sha256)
        .where('claimed_at', '<', before)
        .where((eb) => eb.not(eb.exists(eb.selectFrom('attachments').select('id').where('attachments.sha256', '=', sha256))))
        .where((eb) => eb.not(eb.exists(eb.selectFrom('attachments').select('id').where('attachments.display_sha256', '=', sha256))))
        .executeTakeFirst()
      if (numDeletedRows > 0n) await blobs.remove(sha256)
    })
}
