// Whether a file may be part of an answer: what its name says it is, it must be.
import { fileTypeFromBuffer } from 'file-type'
import { assetExtensions, type AssetExtension } from '@zhengna/contract/domain/asset.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import { limits } from '@zhengna/contract/limits.ts'

/** Other names of the same kind: by the file's name, and by its content. */
const spelledAs: ReadonlyMap<string, AssetExtension> = new Map([
  ['jpeg', 'jpg'],
  ['jpe', 'jpg'],
  ['apng', 'png'],
  ['m4v', 'mp4'],
])
const MEGABYTE = 1024 * 1024

/** Errors: ASSET_TYPE_REFUSED, ASSET_TOO_LARGE. */
export async function checkAsset(name: string, bytes: Uint8Array): Promise<AssetExtension> {
  const named = knownExtension(/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase())
  if (!named) throw refused()
  if (bytes.length > limits.assetMaxBytes) throw new DomainError('ASSET_TOO_LARGE', { megabytes: limits.assetMaxBytes / MEGABYTE })
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (knownExtension(found?.ext) !== named) throw refused()
  return named
}

function knownExtension(extension: string | undefined): AssetExtension | null {
  if (extension === undefined) return null
  return assetExtensions.find((known) => known === extension) ?? spelledAs.get(extension) ?? null
}

const refused = (): DomainError => new DomainError('ASSET_TYPE_REFUSED', { types: assetExtensions.join(' ') })
