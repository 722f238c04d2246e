// A file of every kind that a talk takes and a record does not, and pictures of all kinds that it takes.
import { gzipSync } from 'node:zlib'
import sharp from 'sharp'
import type { TalkExtension, TalkPictureExtension } from '@zhengna/contract/domain/talk-file.ts'
import { attachmentFiles } from './attachment-files.ts'
import { encodeJpegXl } from './jpeg-xl.ts'
import { zipped } from './workbook.ts'

export const [pictureWidth, pictureHeight] = [48, 32]
const isRecordToo = (extension: string): extension is 'jpg' => Object.hasOwn(attachmentFiles, extension)

export async function talkFile(extension: TalkExtension): Promise<Buffer> {
  switch (extension) {
    case 'zip':
      return Buffer.from(zipped({ '说明.txt': '一' }))
    case 'rar':
      return Buffer.from('Rar!\u001a\u0007\u0001\u0000\u0033\u0092\u00b5\u00e5\u000a\u0001\u0005\u0006\u0000\u0005\u0001\u0001', 'latin1')
    case 'dbf':
      return table()
    default:
      return isPicture(extension) ? talkPicture(extension) : Buffer.from(attachmentFiles[isRecordToo(extension) ? extension : 'jpg'])
  }
}

const isPicture = (extension: TalkExtension): extension is TalkPictureExtension =>
  !['txt', 'xls', 'xlsx', 'doc', 'docx', 'pdf'].includes(extension)

/** Half of it red, half of it white, {@link pictureWidth} by {@link pictureHeight}. */
export async function talkPicture(extension: TalkPictureExtension): Promise<Buffer> {
  switch (extension) {
    case 'svg':
      return Buffer.from(drawing)
    case 'svgz':
      return gzipSync(drawing)
    case 'xbm':
      return Buffer.from(bits())
    case 'bmp':
      return bitmap(await pixels())
    case 'ico':
      return icon(await drawn().resize(16, 16).png().toBuffer())
    case 'jxl':
      return encodeJpegXl(await pixels(), pictureWidth, pictureHeight)
    case 'jpg':
      return drawn().jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer()
    case 'tif':
      return drawn().tiff().toBuffer()
    case 'gif':
      return drawn().gif().toBuffer()
    case 'webp':
      return drawn().webp({ lossless: true }).toBuffer()
    case 'png':
      return drawn().png().toBuffer()
    case 'avif':
      return drawn().avif({ quality: 90 }).toBuffer()
  }
}

const drawing = `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${pictureWidth}" height="${pictureHeight}">
  <rect width="100%" height="100%" fill="#fff"/><rect width="50%" height="100%" fill="#e00000"/>
</svg>`
const drawn = () => sharp(Buffer.from(drawing)).flatten()
const pixels = (): Promise<Buffer> => drawn().ensureAlpha().raw().toBuffer()

function bits(): string {
  const row = ['0xff', '0xff', '0xff', '0x00', '0x00', '0x00']
  const rows = Array.from({ length: pictureHeight }, () => row.join(', '))
  return `#define test_width ${pictureWidth}\n#define test_height ${pictureHeight}\nstatic unsigned char test_bits[] = {\n${rows.join(',\n')}};\n`
}

/** 32 bits a pixel, the fourth byte empty, as most programs write it; the lowest row first. */
function bitmap(rgba: Buffer): Buffer {
  const head = Buffer.alloc(54)
  head.write('BM', 0, 'latin1')
  head.writeUInt32LE(54 + rgba.length, 2)
  head.writeUInt32LE(54, 10)
  head.writeUInt32LE(40, 14)
  head.writeInt32LE(pictureWidth, 18)
  head.writeInt32LE(pictureHeight, 22)
  head.writeUInt16LE(1, 26)
  head.writeUInt16LE(32, 28)
  const rows = Array.from({ length: pictureHeight }, (_, y) => {
    const row = Buffer.from(rgba.subarray(y * pictureWidth * 4, (y + 1) * pictureWidth * 4))
    for (let x = 0; x < row.length; x += 4) row.set([row[x + 2] ?? 0, row[x + 1] ?? 0, row[x] ?? 0, 0], x)
    return row
  })
  return Buffer.concat([head, ...rows.reverse()])
}

function icon(png: Buffer): Buffer {
  const head = Buffer.alloc(22)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(1, 4)
  head.set([16, 16], 6)
  head.writeUInt16LE(1, 10)
  head.writeUInt16LE(32, 12)
  head.writeUInt32LE(png.length, 14)
  head.writeUInt32LE(22, 18)
  return Buffer.concat([head, png])
}

/** A field of ten letters, and one row. */
function table(): Buffer {
  const bytes = Buffer.alloc(32 + 32 + 1 + 11 + 1)
  bytes.set([3, 126, 11, 27])
  bytes.writeUInt32LE(1, 4)
  bytes.writeUInt16LE(65, 8)
  bytes.writeUInt16LE(11, 10)
  bytes.write('NSRMC', 32, 'latin1')
  bytes.write('C', 43, 'latin1')
  bytes[48] = 10
  bytes[64] = 0x0d
  bytes.write(' ABCDEFGHIJ', 65, 'latin1')
  bytes[76] = 0x1a
  return bytes
}
