// Uploads on a store and a disk of their own: real database, real files, a clock turned by hand, no sockets.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import type { UploadProgress } from '@zhengna/contract/domain/attachment.ts'
import type { AttachmentUse } from '@zhengna/contract/domain/attachment-use.ts'
import type { AttachmentId, OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { createAttachments, type AttachedRecord, type Attachments } from '../../server/src/features/attachments/index.ts'
import { seedDemoPeople } from '../../server/src/features/people/index.ts'
import type { Caller } from '../../server/src/platform/auth/tokens.ts'
import type { Blobs } from '../../server/src/platform/blobs/blobs.ts'
import { openDiskBlobs } from '../../server/src/platform/blobs/disk-blobs.ts'
import { openDatabase, type Database } from '../../server/src/platform/database/database.ts'
import { createPictures } from '../../server/src/platform/pictures/pictures.ts'
import { temporaryFolder, TurnableClock } from './server.ts'
import { storeOf } from './store-place.ts'

export const newAttachmentId = (): AttachmentId => uuidv7() as AttachmentId

export interface AttachmentStand {
  readonly attachments: Attachments
  readonly database: Database
  readonly blobs: Blobs
  readonly clock: TurnableClock
  readonly folder: string
  readonly taxpayer: Caller
  readonly other: Caller
  readonly agent: Caller
  /** Begins it, sends all pieces; how far it is at the end. */
  upload(name: string, bytes: Uint8Array, caller?: Caller, id?: AttachmentId, use?: AttachmentUse): Promise<UploadProgress>
  attach(caller: Caller, ids: readonly AttachmentId[], record: AttachedRecord): Promise<void>
  /** Hashes of the contents on the disk. */
  kept(): string[]
  /** Names of the files on their way. */
  arriving(): string[]
  contentOf(caller: Caller, id: AttachmentId): Promise<Buffer>
  close(): Promise<void>
}

export async function openAttachmentStand(around: (genuine: Blobs) => Blobs = (genuine) => genuine): Promise<AttachmentStand> {
  const folder = temporaryFolder('attachments')
  const database = await openDatabase(await storeOf(folder))
  await seedDemoPeople(database)
  const clock = new TurnableClock()
  const blobs = around(openDiskBlobs(join(folder, 'blobs')))
  const pictures = createPictures()
  const attachments = createAttachments({ database, clock, blobs, dataDir: folder, pictures })
  const callerLike = async (id: string): Promise<Caller> => {
    const row = await database.reader
      .selectFrom('people')
      .selectAll()
      .where('id', '=', id as PersonId)
      .executeTakeFirstOrThrow()
    const officeId: OfficeId = row.office_id
    return { personId: row.id, role: row.role, officeId, sessionId: 'test', expiresAt: Number.MAX_SAFE_INTEGER }
  }
  const taxpayer = await callerLike('nsr001')
  const namesIn = (path: string): string[] => readdirSync(join(folder, path))
  return {
    attachments,
    database,
    blobs,
    clock,
    folder,
    taxpayer,
    other: await callerLike('nsr002'),
    agent: await callerLike('zx001'),
    async upload(name, bytes, caller = taxpayer, id = newAttachmentId(), use = 'record') {
      let progress = await attachments.begin(caller, { id, name, sizeBytes: bytes.length, use })
      while (!progress.isUploaded) {
        const { receivedBytes } = progress
        progress = await attachments.receive(
          caller,
          id,
          receivedBytes,
          bytes.subarray(receivedBytes, receivedBytes + limits.uploadPieceMaxBytes),
        )
      }
      return progress
    },
    attach: (caller, ids, record) => database.write((trx) => attachments.attachTo(trx, caller.personId, ids, record)),
    kept: () =>
      namesIn('blobs')
        .filter((name) => name !== 'arriving')
        .flatMap((name) => namesIn(join('blobs', name)))
        .sort(),
    arriving: () => namesIn('uploads').sort(),
    async contentOf(caller, id) {
      const { sha256 } = await attachments.open(caller, id)
      return readFileSync(join(folder, 'blobs', sha256.slice(0, 2), sha256))
    },
    async close() {
      await pictures.close()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
