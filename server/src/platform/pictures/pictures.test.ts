import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { talkPictureExtensions, type TalkPictureExtension } from '@zhengna/contract/domain/talk-file.ts'
import { temporaryFolder } from '../../../../test/support/server.ts'
import { pictureHeight, pictureWidth, talkPicture } from '../../../../test/support/talk-files.ts'
import { createPictures, type Display, type Pictures } from './pictures.ts'

let folder: string
let pictures: Pictures
beforeAll(() => {
  folder = temporaryFolder('pictures')
  pictures = createPictures()
})
afterAll(async () => {
  await pictures.close()
  rmSync(folder, { recursive: true, force: true })
})

let last = 0
async function displayed(
  extension: TalkPictureExtension,
  bytes: Uint8Array,
  by = pictures,
): Promise<{ made: Display | null; target: string }> {
  const file = join(folder, `${++last}`)
  writeFileSync(file, bytes)
  const target = `${file}.webp`
  return { made: await by.display({ file, extension, target }), target }
}
const colourAt = async (file: string, left: number, top: number): Promise<readonly number[]> => {
  const { data } = await sharp(file).ensureAlpha().extract({ left, top, width: 1, height: 1 }).raw().toBuffer({ resolveWithObject: true })
  return [...data]
}

describe.each(talkPictureExtensions)('a %s', (extension) => {
  it('is shown as a picture that every browser knows, the right way round and in its colours', async () => {
    const { made, target } = await displayed(extension, await talkPicture(extension))
    const side = extension === 'ico' ? { width: 16, height: 16 } : { width: pictureWidth, height: pictureHeight }
    expect(made).toMatchObject(side)
    expect((await sharp(target).metadata()).format).toBe('webp')
    const [left, right] = [await colourAt(target, 2, 8), await colourAt(target, side.width - 3, 8)]
    // An X bitmap has ink and paper alone.
    const ink = extension === 'xbm' ? [0, 0, 0] : [224, 0, 0]
    for (const [place, wanted] of ink.entries()) expect(Math.abs((left[place] ?? 0) - wanted), String(left)).toBeLessThan(24)
    expect(Math.min(...right), String(right)).toBeGreaterThan(230)
  })

  it('that is broken is shown as none', async () => {
    const bytes = await talkPicture(extension)
    expect((await displayed(extension, bytes.subarray(0, Math.min(12, bytes.length - 1)))).made).toBeNull()
  })
})

it('a large one is made smaller, and one that lies on its side is set upright', async () => {
  const photograph = await sharp({ create: { width: 4_000, height: 3_000, channels: 3, background: 'white' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const { made, target } = await displayed('jpg', photograph)
  expect(made).toMatchObject({ width: 1_200, height: 1_600 })
  expect((await sharp(target).metadata()).exif).toBeUndefined()
})

it('an animation moves', async () => {
  const frames = Array.from({ length: 3 }, (_, index) => ({
    create: { width: 20, height: 20, channels: 3 as const, background: { r: index * 99, g: 0, b: 0 } },
  }))
  const gif = await sharp(await Promise.all(frames.map((frame) => sharp(frame).png().toBuffer())), { join: { animated: true } })
    .gif()
    .toBuffer()
  const { made, target } = await displayed('gif', gif)
  expect(made).toMatchObject({ width: 20, height: 20 })
  expect((await sharp(target).metadata()).pages).toBe(3)
})

describe('a drawing', () => {
  const svg = (inner: string): Buffer =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="40">${inner}</svg>`)

  it('runs nothing and fetches nothing', async () => {
    const secret = join(folder, 'secret.png')
    writeFileSync(
      secret,
      await sharp({ create: { width: 40, height: 40, channels: 3, background: { r: 0, g: 0, b: 255 } } })
        .png()
        .toBuffer(),
    )
    const inner = `<rect width="40" height="40" fill="#fff"/><script>document.documentElement.remove()</script><image xlink:href="file://${secret}" width="40" height="40"/>`
    const { made, target } = await displayed('svg', svg(inner))
    expect(made).toMatchObject({ width: 40, height: 40 })
    expect(await colourAt(target, 20, 20)).toEqual([255, 255, 255, 255])
  })

  it('that says it is boundless, or unpacks to more than there is, is none', async () => {
    expect((await displayed('svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="90000" height="90000"/>'))).made).toBeNull()
    const { gzipSync } = await import('node:zlib')
    expect((await displayed('svgz', gzipSync(Buffer.alloc(64 * 1024 * 1024, 32)))).made).toBeNull()
  })
})

it('a picture that claims more pixels than any has is none', async () => {
  const png = await talkPicture('png')
  png.writeUInt32BE(60_000, 16)
  png.writeUInt32BE(60_000, 20)
  expect((await displayed('png', png)).made).toBeNull()
})

it('one that takes too long is given up, and the next is shown', async () => {
  const hasty = createPictures(1)
  const bytes = await talkPicture('png')
  expect((await displayed('png', bytes, hasty)).made).toBeNull()
  await hasty.close()
  expect((await displayed('png', bytes)).made).not.toBeNull()
})

it('many at once are made one after the other, each its own', async () => {
  const sizes = [11, 12, 13, 14, 15]
  const made = await Promise.all(
    sizes.map(async (width) =>
      displayed(
        'png',
        await sharp({ create: { width, height: 5, channels: 3, background: 'red' } })
          .png()
          .toBuffer(),
      ),
    ),
  )
  expect(made.map((one) => one.made?.width)).toEqual(sizes)
})
