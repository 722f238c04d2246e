import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { locatedPicture, PLACE, type Located } from '../../../../test/support/located-pictures.ts'
import { openPicture } from './decode.ts'
import { wipeLocation } from './location.ts'

const kinds: readonly Located[] = ['jpg', 'png', 'webp', 'tif', 'avif', 'gif', 'jxl']

describe.each(kinds)('a %s', (kind) => {
  it('says where it was taken, and then no more; its length is what it was', async () => {
    const bytes = await locatedPicture(kind)
    const { length } = bytes
    expect(bytes.includes(PLACE)).toBe(true)
    wipeLocation(kind, bytes)
    expect(bytes.includes(PLACE)).toBe(false)
    expect(bytes.length).toBe(length)
  })

  it('is the same picture as before', async () => {
    const bytes = await locatedPicture(kind)
    const before = await pixels(kind, Buffer.from(bytes))
    wipeLocation(kind, bytes)
    expect((await pixels(kind, bytes)).equals(before)).toBe(true)
  })

  it('that is broken off anywhere is left without an error', async () => {
    const bytes = await locatedPicture(kind)
    for (let length = 0; length < Math.min(bytes.length, 1_500); length += 5) wipeLocation(kind, Buffer.from(bytes.subarray(0, length)))
    expect(bytes.length).toBeGreaterThan(0)
  })
})

it('which side of a photograph is up is kept', async () => {
  const bytes = await locatedPicture('jpg')
  expect((await sharp(bytes).metadata()).orientation).toBe(6)
  wipeLocation('jpg', bytes)
  expect((await sharp(bytes).metadata()).orientation).toBe(6)
})

const pixels = async (kind: Located, bytes: Buffer): Promise<Buffer> => (await openPicture(bytes, kind)).raw().toBuffer()
