// Pictures, videos and files of answers. What editors upload lies in the data folder under a hash of its bytes, so that a name
// never means two things; what comes with the program lies beside the seed.
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { assetTypeOf, type AssetExtension } from '@zhengna/contract/domain/asset.ts'
import { seedFolder } from './seed/seed-folder.ts'

export interface StoredAsset {
  readonly path: string
  readonly contentType: string
  /** Named by its bytes: it can be kept for ever. */
  readonly isImmutable: boolean
}

export interface Assets {
  /** Null for what does not exist, or is no asset's name. */
  find(name: string): StoredAsset | null
  /** The name of these bytes; the same bytes have the same name. */
  store(bytes: Uint8Array, extension: AssetExtension): Promise<string>
}

export function openAssets(dataDir: string, seeded = join(seedFolder, 'assets')): Assets {
  const uploaded = join(dataDir, 'assets')
  return {
    find(name) {
      const contentType = assetTypeOf(name)
      if (contentType === null) return null
      const folder = [uploaded, seeded].find((one) => existsSync(join(one, name)))
      return folder === undefined ? null : { path: join(folder, name), contentType, isImmutable: folder === uploaded }
    },
    async store(bytes, extension) {
      const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.${extension}`
      const path = join(uploaded, name)
      if (existsSync(path)) return name
      await mkdir(uploaded, { recursive: true, mode: 0o700 })
      // Written beside and moved over: a crash leaves no half of it under its name.
      const beside = join(uploaded, `.${randomBytes(8).toString('hex')}.new`)
      await writeFile(beside, bytes)
      await rename(beside, path)
      return name
    },
  }
}
