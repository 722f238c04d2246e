// What a file is, by its content: its name and what the window says of it count for nothing.
import { imageSize } from 'image-size'
import { failure, type Failure } from '@zhengna/contract/errors.ts'
import { limits } from '@zhengna/contract/limits.ts'

const kinds = ['png', 'jpg', 'webp', 'bmp', 'gif'] as const
export type PictureKind = (typeof kinds)[number]

export type CheckedPicture = { readonly ok: true; readonly kind: PictureKind } | { readonly ok: false; readonly error: Failure }

/** Before anything of it is unpacked: a small file may hold a picture that fills the memory. */
export function checkPicture(bytes: Uint8Array): CheckedPicture {
  if (bytes.length > limits.pictureMaxBytes) return tooLarge()
  const size = sizeOf(bytes)
  const kind = kinds.find((known) => known === size?.type)
  if (!size || !kind || size.width * size.height === 0) return { ok: false, error: failure('PICTURE_UNREADABLE') }
  return size.width * size.height > limits.pictureMaxPixels ? tooLarge() : { ok: true, kind }
}

function sizeOf(bytes: Uint8Array): ReturnType<typeof imageSize> | null {
  try {
    return imageSize(bytes)
  } catch {
    // Not a picture, or cut off before its size.
    return null
  }
}

const tooLarge = (): CheckedPicture => ({
  ok: false,
  error: failure('PICTURE_TOO_LARGE', {
    megabytes: limits.pictureMaxBytes / 1024 / 1024,
    pixels: limits.pictureMaxPixels / 10_000,
  }),
})
