// Files on their way, by the attachment's id: written piece by piece, each safe on disk before it is acknowledged.
import { createHash } from 'node:crypto'
import { createReadStream, mkdirSync, rmSync } from 'node:fs'
import { open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { AttachmentId } from '@zhengna/contract/ids.ts'

export interface ArrivingFiles {
  pathOf(id: AttachmentId): string
  /** 0 where nothing has come. */
  sizeOf(id: AttachmentId): Promise<number>
  /** Anything that stood at the place and after it is written over, or cut. */
  write(id: AttachmentId, offset: number, bytes: Uint8Array): Promise<void>
  read(id: AttachmentId): Promise<Buffer>
  remove(id: AttachmentId): Promise<void>
  list(): Promise<AttachmentId[]>
  /** Where the display picture of one is made; in a folder of its own. */
  displayPathOf(id: AttachmentId): string
  removeDisplay(id: AttachmentId): Promise<void>
}

/** SHA-256, in hexadecimal. */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

export function openArrivingFiles(folder: string): ArrivingFiles {
  const displays = `${folder}-displays`
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // What a crash left half made.
  rmSync(displays, { recursive: true, force: true })
  mkdirSync(displays, { recursive: true, mode: 0o700 })
  const pathOf = (id: AttachmentId): string => join(folder, id)
  return {
    pathOf,
    sizeOf: (id) =>
      stat(pathOf(id)).then(
        ({ size }) => size,
        () => 0,
      ),
    async write(id, offset, bytes) {
      const handle = await open(pathOf(id), offset === 0 ? 'w' : 'r+', 0o600)
      try {
        await handle.truncate(offset)
        await handle.write(bytes, 0, bytes.length, offset)
        await handle.datasync()
      } finally {
        await handle.close()
      }
    },
    read: (id) => readFile(pathOf(id)),
    remove: (id) => rm(pathOf(id), { force: true }),
    list: async () => (await readdir(folder)) as AttachmentId[],
    displayPathOf: (id) => join(displays, id),
    removeDisplay: (id) => rm(join(displays, id), { force: true }),
  }
}
