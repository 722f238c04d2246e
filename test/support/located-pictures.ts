// Pictures as telephones and editors write them: with the place they were taken at, where their kind has room for that.
import sharp from 'sharp'
import { encodeJpegXl } from './jpeg-xl.ts'

export type Located = 'jpg' | 'png' | 'webp' | 'tif' | 'avif' | 'gif' | 'jxl'

export const PLACE = '39.9042N'
const [width, height] = [60, 40]
const exif = {
  IFD0: { ImageDescription: PLACE },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 54/1 15/1', GPSLongitudeRef: 'E', GPSLongitude: '116/1 24/1 26/1' },
}
const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">${PLACE}</x:xmpmeta><?xpacket end="w"?>`
const plain = () => sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 90 } } })
const written = () => plain().withExif(exif).withXmp(xmp).withMetadata({ orientation: 6 })

export async function locatedPicture(kind: Located): Promise<Buffer> {
  switch (kind) {
    case 'jpg':
      return written().jpeg().toBuffer()
    case 'png':
      return written().png().toBuffer()
    case 'webp':
      return written().webp().toBuffer()
    case 'avif':
      return written().avif().toBuffer()
    case 'tif':
      return withGps(await written().tiff().toBuffer())
    case 'gif':
      return withXmpBlock(await plain().gif().toBuffer())
    case 'jxl':
      return inBoxes(await encodeJpegXl(new Uint8Array(width * height * 4).fill(200), width, height))
  }
}

/** A directory of GPS that says the place in letters, entered into the first page’s (which is written anew at the end). */
function withGps(tiff: Buffer): Buffer {
  const isLittle = tiff[0] === 0x49
  const u16 = (value: number): Buffer => {
    const bytes = Buffer.alloc(2)
    return (isLittle ? bytes.writeUInt16LE(value) : bytes.writeUInt16BE(value), bytes)
  }
  const u32 = (value: number): Buffer => {
    const bytes = Buffer.alloc(4)
    return (isLittle ? bytes.writeUInt32LE(value) : bytes.writeUInt32BE(value), bytes)
  }
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  const count = isLittle ? tiff.readUInt16LE(first) : tiff.readUInt16BE(first)
  const entries = tiff.subarray(first + 2, first + 2 + count * 12)
  const even = tiff.length % 2 === 0 ? tiff : Buffer.concat([tiff, Buffer.alloc(1)])
  const gps = even.length
  const text = gps + 2 + 12 + 4
  const directory = Buffer.concat([
    u16(1),
    u16(0x1b),
    u16(2),
    u32(PLACE.length + 1),
    u32(text),
    u32(0),
    Buffer.from(`${PLACE}\0`, 'latin1'),
  ])
  const filled = directory.length % 2 === 0 ? directory : Buffer.concat([directory, Buffer.alloc(1)])
  const page = gps + filled.length
  const body = Buffer.concat([even, filled, u16(count + 1), entries, u16(0x8825), u16(4), u32(1), u32(gps), u32(0)])
  u32(page).copy(body, 4)
  return body
}

/** Before the first picture of a GIF, with the tail that brings every reader to its end. */
function withXmpBlock(gif: Buffer): Buffer {
  const start = 13 + ((gif[10] ?? 0) & 0x80 ? 3 * 2 ** (((gif[10] ?? 0) & 7) + 1) : 0)
  const tail = Buffer.from([1, ...Array.from({ length: 256 }, (_, index) => 255 - index), 0])
  const block = Buffer.concat([Buffer.from([0x21, 0xff, 11]), Buffer.from('XMP DataXMP'), Buffer.from(xmp), tail])
  return Buffer.concat([gif.subarray(0, start), block, gif.subarray(start)])
}

function inBoxes(codestream: Buffer): Buffer {
  const box = (name: string, content: Buffer): Buffer => {
    const head = Buffer.alloc(8)
    head.writeUInt32BE(8 + content.length)
    head.write(name, 4, 'latin1')
    return Buffer.concat([head, content])
  }
  return Buffer.concat([
    box('JXL ', Buffer.from([0x0d, 0x0a, 0x87, 0x0a])),
    box('ftyp', Buffer.from('jxl \0\0\0\0jxl ', 'latin1')),
    box('Exif', Buffer.from(`\0\0\0\0${PLACE}`, 'latin1')),
    box('jxlc', codestream),
  ])
}
