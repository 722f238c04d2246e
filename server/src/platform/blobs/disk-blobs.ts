// <folder>/ab/abcdef…: two letters of the hash are a folder, so that none grows too long.
import { randomBytes } from 'node:crypto'
import { createReadStream, mkdirSync, rmSync } from 'node:fs'
import { access, copyFile, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { checkHash, type Blobs, type Sha256 } from './blobs.ts'

export function openDiskBlobs(folder: string): Blobs {
  const arriving = join(folder, 'arriving')
  // What a crash left half copied.
  rmSync(arriving, { recursive: true, force: true })
  mkdirSync(arriving, { recursive: true, mode: 0o700 })
  const pathOf = (sha256: Sha256): string => join(folder, checkHash(sha256).slice(0, 2), sha256)
  const has = (sha256: Sha256): Promise<boolean> =>
    access(pathOf(sha256)).then(
      () => true,
      () => false,
    )
  return {
    has,
    async put(sha256, file) {
      if (await has(sha256)) return
      const path = pathOf(sha256)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      // Copied beside, safe on disk, and moved over: a crash leaves no half of it under its name.
      const beside = join(arriving, randomBytes(8).toString('hex'))
      await copyFile(file, beside)
      const handle = await open(beside, 'r+')
      await handle.sync().finally(() => handle.close())
      await rename(beside, path)
    },
    read: (sha256, range) => createReadStream(pathOf(sha256), range),
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
  }
}
