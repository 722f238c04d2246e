// Pictures, videos and files of answers: fetched once, then kept, so that they open with no line.
import { existsSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { assetTypeOf } from '@zhengna/contract/domain/asset.ts'
import type { AssetFile } from '../ports.ts'

export type Assets = (name: string) => Promise<AssetFile | null>

export function createAssets(dataDir: string, serverUrl: string): Assets {
  const folder = join(dataDir, 'knowledge-assets')
  return async (name) => {
    const contentType = assetTypeOf(name)
    if (!contentType) return null
    const path = join(folder, name)
    if (existsSync(path)) return { path, contentType }
    try {
      const response = await fetch(new URL(`/api/knowledge/assets/${name}`, serverUrl), { signal: AbortSignal.timeout(30_000) })
      if (!response.ok) return null
      await mkdir(folder, { recursive: true })
      await writeFile(`${path}.new`, Buffer.from(await response.arrayBuffer()))
      await rename(`${path}.new`, path)
      return { path, contentType }
    } catch {
      return null
    }
  }
}
