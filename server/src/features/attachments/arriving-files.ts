// Files on their way, by the attachment's id: written piece by piece, each safe on disk before it is acknowledged.
import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { AttachmentId } from '@zhengna/contract/ids.ts'

export interface ArrivingFiles {
  pathOf(id: AttachmentId): string
  /** 0 where nothing has come. */
  sizeOf(id: AttachmentId): Promise<number>
  /** Anything that stood at the place and after it is written over, or cut. */
  write(id: AttachmentId, offset: number, bytes: Uint8Array): Promise<void>
  read(id: AttachmentId): Promise<{ bytes: Uint8Array; sha256: string }>
  remove(id: AttachmentId): Promise<void>
  list(): Promise<AttachmentId[]>
}

export function openArrivingFiles(folder: string): ArrivingFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
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
    async read(id) {
      const bytes = await readFile(pathOf(id))
      return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
    },
    remove: (id) => rm(pathOf(id), { force: true }),
    list: async () => (await readdir(folder)) as AttachmentId[],
  }
}
