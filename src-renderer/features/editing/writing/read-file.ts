// A file on its way to the server: refused before it is sent where it can only be refused, and read with progress.
import { assetExtensions, type AssetExtension } from '@zhengna/contract/domain/asset.ts'
import { failure } from '@zhengna/contract/errors.ts'
import { limits } from '@zhengna/contract/limits.ts'
import type { Failure } from '@zhengna/contract/result.ts'

const pictures: AssetExtension[] = ['png', 'jpg', 'gif', 'webp']
const videos: AssetExtension[] = ['webm', 'mp4']
/** What each kind of part takes. */
export const extensionsOf = { picture: pictures, video: videos, file: assetExtensions } as const
export type AssetPartType = keyof typeof extensionsOf

const alsoSpelled: Record<string, AssetExtension> = { jpeg: 'jpg' }

/** For the dialog of the system that chooses a file. */
export const acceptOf = (type: AssetPartType): string =>
  [...extensionsOf[type], ...(type === 'video' ? [] : ['jpeg'])].map((extension) => `.${extension}`).join(',')

export function refusalOf(type: AssetPartType, { name, size }: Pick<File, 'name' | 'size'>): Failure | null {
  const end = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const allowed: readonly string[] = extensionsOf[type]
  if (!allowed.includes(alsoSpelled[end] ?? end)) return failure('ASSET_TYPE_REFUSED', { types: allowed.join(' ') })
  return size > limits.assetMaxBytes ? failure('ASSET_TOO_LARGE', { megabytes: limits.assetMaxBytes / 1024 / 1024 }) : null
}

/** Rejects where the file cannot be read: it was moved, or may not be. */
export function readBase64(file: Blob, onProgress: (share: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    reader.onload = () => resolve((reader.result as string).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error ?? new Error('the file cannot be read'))
    reader.readAsDataURL(file)
  })
}
