// Where and with what a picture was taken is written into it by cameras and telephones. Here it is wiped out in place: not a byte
// becomes longer or shorter, so that what was uploaded and what is kept are the same file but for that.
import { crc32 } from 'node:zlib'
import { latin } from '@zhengna/contract/domain/content-checks.ts'
import { wipeBoxes } from './location-boxes.ts'
import { wipeTiff } from './location-tiff.ts'

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** `bytes` is changed. Of kinds that nothing writes such things into nothing is. */
export function wipeLocation(extension: string, bytes: Uint8Array): void {
  if (extension === 'jpg') wipeJpeg(bytes)
  if (extension === 'png') wipePng(bytes)
  if (extension === 'webp') wipeWebp(bytes)
  if (extension === 'gif') wipeGif(bytes)
  if (extension === 'tif') wipeTiff(bytes)
  if (extension === 'avif' || extension === 'jxl') wipeBoxes(bytes)
}

/** Segments APP1 (Exif, XMP) and APP13 (Photoshop’s, with places by name): emptied, but for which side is up. */
function wipeJpeg(bytes: Uint8Array): void {
  const view = viewOf(bytes)
  for (let place = 2; place + 4 <= bytes.length && bytes[place] === 0xff;) {
    const marker = bytes[place + 1] ?? 0
    // The picture itself begins.
    if (marker === 0xda || marker === 0xd9) return
    const length = view.getUint16(place + 2)
    const content = bytes.subarray(place + 4, place + 2 + length)
    if (marker === 0xe1) wipeExif(content)
    if (marker === 0xed) content.fill(0)
    place += 2 + length
  }
}

/** 'Exif', two zeros, and a TIFF head with one entry: which side is up. */
function wipeExif(content: Uint8Array): void {
  const orientation = latin(content, 0, 4) === 'Exif' ? orientationOf(content.subarray(6)) : null
  content.fill(0)
  const kept = [
    0x45,
    0x78,
    0x69,
    0x66,
    0,
    0,
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation ?? 1,
    0,
    0,
    0,
    0,
    0,
    0,
  ]
  if (orientation !== null && content.length >= kept.length) content.set(kept)
}

function orientationOf(tiff: Uint8Array): number | null {
  if (tiff.length < 10) return null
  const isLittle = tiff[0] === 0x49
  const view = viewOf(tiff)
  const head = view.getUint32(4, isLittle)
  if (head + 2 > tiff.length) return null
  const count = view.getUint16(head, isLittle)
  for (let entry = 0; entry < count && head + 14 + entry * 12 <= tiff.length; entry += 1) {
    const at = head + 2 + entry * 12
    if (view.getUint16(at, isLittle) === 0x0112) return view.getUint16(at + 8, isLittle)
  }
  return null
}

/** Chunks of texts, dates and Exif: under a name that nobody reads, empty, with their sum set right. */
function wipePng(bytes: Uint8Array): void {
  const view = viewOf(bytes)
  for (let place = 8; place + 12 <= bytes.length;) {
    const length = view.getUint32(place)
    const end = place + 12 + length
    if (end > bytes.length) return
    if (['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME'].includes(latin(bytes, place + 4, place + 8))) {
      bytes.set([0x76, 0x6f, 0x49, 0x64], place + 4)
      bytes.fill(0, place + 8, end - 4)
      view.setUint32(end - 4, crc32(bytes.subarray(place + 4, end - 4)))
    }
    place = end
  }
}

function wipeWebp(bytes: Uint8Array): void {
  const view = viewOf(bytes)
  for (let place = 12; place + 8 <= bytes.length;) {
    const length = view.getUint32(place + 4, true)
    if (['EXIF', 'XMP '].includes(latin(bytes, place, place + 4))) {
      bytes.set([0x76, 0x6f, 0x69, 0x64], place)
      bytes.fill(0, place + 8, Math.min(bytes.length, place + 8 + length))
    }
    place += 8 + length + (length % 2)
  }
}

/** XMP stands in a block of an application’s own, by no rule of the format: it is found by its name, and wiped to its end. */
function wipeGif(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let start = buffer.indexOf('XMP DataXMP'); start !== -1; start = buffer.indexOf('XMP DataXMP', start + 1)) {
    const from = start + 11
    const to = buffer.indexOf(Buffer.from([0x01, 0x00, 0x00]), from)
    if (to === -1) return
    // As blocks that hold zeros, the last of them up to the zero that ends them all.
    for (let place = from; place < to + 2;) {
      const left = to + 2 - place
      const length = left === 257 ? 254 : Math.min(255, left - 1)
      bytes[place] = length
      bytes.fill(0, place + 1, place + 1 + length)
      place += 1 + length
    }
  }
}
