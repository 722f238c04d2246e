// A process of its own that opens pictures from outside: what breaks it, or eats its memory, takes no conversation along.
// It is given nothing of the server's surroundings, and one picture after the other.
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { limits } from '@zhengna/contract/limits.ts'
import { openPicture } from './decode.ts'
import type { Display, DisplayOrder } from './pictures.ts'

sharp.cache(false)
sharp.concurrency(1)

/** As windows show it: upright, no larger than they need, nothing written in it about where and with what it was taken. */
async function display({ file, extension, target }: DisplayOrder): Promise<Display> {
  const bytes = await readFile(file)
  const written = async (isStill: boolean): Promise<Display> => {
    const side = limits.talkPictureSidePixels
    const picture = (await openPicture(bytes, extension, isStill))
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      // Screens that are photographed are read: their letters must stay sharp.
      .webp({ quality: 88, smartSubsample: true })
    const { width, height, pageHeight, size } = await picture.toFile(target)
    return { width, height: pageHeight ?? height, sizeBytes: size }
  }
  // An animation of too many pixels is shown by its first picture.
  return written(false).catch((error: unknown) => {
    if (extension === 'gif' || extension === 'webp') return written(true)
    throw error
  })
}

process.on('message', (order: DisplayOrder) => {
  display(order).then(
    (made) => process.send?.(made),
    () => process.send?.(null),
  )
})
