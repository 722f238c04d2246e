// The bytes of chosen files, each under its id, until the server has them.
import { mkdirSync } from 'node:fs'
import { open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AttachmentId } from '@zhengna/contract/ids.ts'

export interface ChosenFiles {
  /** Made anew at offset 0; anything after the place is cut. */
  write(id: AttachmentId, offset: number, bytes: Uint8Array): Promise<void>
  read(id: AttachmentId): Promise<Uint8Array>
  /** Shorter at the end. Errors: throws where the file is gone. */
  readPiece(id: AttachmentId, offset: number, length: number): Promise<Uint8Array>
  rename(id: AttachmentId, next: AttachmentId): Promise<void>
  remove(id: AttachmentId): Promise<void>
  /** Removes all that are not among `kept`. */
  keepOnly(kept: readonly AttachmentId[]): Promise<void>
}

export function openChosenFiles(folder: string): ChosenFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pathOf = (id: AttachmentId): string => join(folder, id)
  return {
    async write(id, offset, bytes) {
      if (offset === 0) return writeFile(pathOf(id), bytes, { mode: 0o600 })
      const handle = await open(pathOf(id), 'r+')
      try {
        await handle.truncate(offset)
        await handle.write(bytes, 0, bytes.length, offset)
      } finally {
        await handle.close()
      }
    },
    read: (id) => readFile(pathOf(id)),
    async readPiece(id, offset, length) {
      const handle = await open(pathOf(id), 'r')
      try {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset)
        return buffer.subarray(0, bytesRead)
      } finally {
        await handle.close()
      }
    },
    rename: (id, next) => rename(pathOf(id), pathOf(next)),
    remove: (id) => rm(pathOf(id), { force: true }),
    async keepOnly(kept) {
      for (const name of await readdir(folder)) if (!kept.includes(name as AttachmentId)) await rm(join(folder, name), { force: true })
    },
  }
}
