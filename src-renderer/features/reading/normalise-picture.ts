// Whatever picture this browser can show becomes a grey PNG of a screen's size: the host gets one kind, and the frame stays small.
import { failure, type Failure } from '@zhengna/contract/errors.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { fail, ok, type Result } from '@zhengna/contract/result.ts'
import { base64Of } from '../../ui/index.ts'

/** Longest edges, tried until the picture is small enough. Text of a whole screen is still legible at the first. */
const EDGES_PX = [2_400, 1_600, 1_100]
const GOOD_BYTES = 2 * 1024 * 1024

const tooLarge = (): Failure =>
  failure('PICTURE_TOO_LARGE', { megabytes: limits.pictureMaxBytes / 1024 / 1024, pixels: limits.pictureMaxPixels / 10_000 })

/** base64 of a PNG. Errors: PICTURE_TOO_LARGE, PICTURE_UNREADABLE. */
export async function normalisePicture(picture: Blob): Promise<Result<string>> {
  if (picture.size > limits.pictureMaxBytes) return fail(tooLarge())
  const bitmap = await decoded(picture)
  if (!bitmap) return fail(failure('PICTURE_UNREADABLE'))
  try {
    if (bitmap.width * bitmap.height > limits.pictureMaxPixels) return fail(tooLarge())
    let png = await drawn(bitmap, EDGES_PX[0])
    for (const edge of EDGES_PX.slice(1)) if (png.size > GOOD_BYTES) png = await drawn(bitmap, edge)
    return ok(await base64Of(png))
  } catch {
    // Too little memory for a canvas of its size.
    return fail(tooLarge())
  } finally {
    bitmap.close()
  }
}

async function decoded(picture: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(picture)
  } catch {
    // Not a picture, damaged, or of a kind that this browser does not know.
    return null
  }
}

function drawn(bitmap: ImageBitmap, edgePx = Infinity): Promise<Blob> {
  const factor = Math.min(1, edgePx / Math.max(bitmap.width, bitmap.height))
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(bitmap.width * factor)), Math.max(1, Math.round(bitmap.height * factor)))
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas to draw on')
  // What shows through is taken for white paper.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  context.filter = 'grayscale(1)'
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas.convertToBlob({ type: 'image/png' })
}
