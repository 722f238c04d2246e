// Pictures as what sharp reads: most as they are, and what it cannot read as pixels.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import jxl, { init as initJxl } from '@jsquash/jxl/decode.js'
import { decode as decodeBmp } from 'bmp-ts'
import decodeIco from 'decode-ico'
import sharp, { type Sharp } from 'sharp'
import type { TalkPictureExtension } from '@zhengna/contract/domain/talk-file.ts'
import { decodeXbm, type Pixels } from './xbm.ts'

/** More than any camera of today has, in an animation all frames together. */
export const MAX_PIXELS = 120_000_000
/** What is unpacked of a packed drawing, at most. */
const SVG_MAX_BYTES = 16 * 1024 * 1024

const options = { limitInputPixels: MAX_PIXELS, failOn: 'truncated', sequentialRead: true } as const

/**
 * The picture, unread as yet; `isStill`: its first frame alone. A drawing (svg) is drawn: nothing in it runs, and nothing outside it is
 * fetched, for it has no place of its own. Errors: throws where it is none.
 */
export async function openPicture(bytes: Buffer, extension: TalkPictureExtension, isStill = false): Promise<Sharp> {
  switch (extension) {
    case 'bmp':
      return ofPixels(bitmap(bytes))
    case 'ico':
      return largestIcon(bytes)
    case 'jxl':
      return ofPixels(await jpegXl(bytes))
    case 'xbm':
      return ofPixels(decodeXbm(bytes.toString('latin1'), MAX_PIXELS))
    case 'svgz':
      return sharp(gunzipSync(bytes, { maxOutputLength: SVG_MAX_BYTES }), options)
    case 'gif':
    case 'webp':
      return sharp(bytes, { ...options, animated: !isStill })
    default:
      return sharp(bytes, options)
  }
}

function ofPixels({ width, height, rgba }: Pixels): Sharp {
  return sharp(rgba, { raw: { width, height, channels: 4 }, limitInputPixels: MAX_PIXELS })
}

function bitmap(bytes: Buffer): Pixels {
  // Before room is made for them.
  const [width, height] =
    bytes.readUInt32LE(14) === 12 ? [bytes.readUInt16LE(18), bytes.readUInt16LE(20)] : [bytes.readInt32LE(18), bytes.readInt32LE(22)]
  if (Math.abs(width * height) > MAX_PIXELS) throw new Error('A bitmap of too many pixels.')
  const { data, ...size } = decodeBmp(bytes, { toRGBA: true })
  const rgba = new Uint8Array(data)
  // Programs that write four bytes a pixel mostly leave the fourth empty; none paints a picture that nobody sees.
  if (rgba.every((value, place) => place % 4 !== 3 || value === 0)) for (let place = 3; place < rgba.length; place += 4) rgba[place] = 255
  return { width: size.width, height: Math.abs(size.height), rgba }
}

function largestIcon(bytes: Buffer): Sharp {
  const [largest] = decodeIco(bytes).toSorted((one, other) => other.width * other.height - one.width * one.height)
  if (!largest) throw new Error('An icon without pictures.')
  const { type, data, width, height } = largest
  return type === 'png' ? sharp(Buffer.from(data), options) : ofPixels({ width, height, rgba: new Uint8Array(data) })
}

async function jpegXl(bytes: Buffer): Promise<Pixels> {
  // The decoder gives its pixels as a window's; Node has no such thing.
  Object.assign(globalThis, { ImageData: WindowPixels })
  const program = createRequire(import.meta.url).resolve('@jsquash/jxl/codec/dec/jxl_dec.wasm')
  await initJxl({ wasmBinary: await readFile(program) })
  const { width, height, data } = (await jxl(new Uint8Array(bytes).buffer)) as unknown as WindowPixels
  if (width * height > MAX_PIXELS) throw new Error('A picture of too many pixels.')
  return { width, height, rgba: new Uint8Array(data.buffer) }
}

class WindowPixels {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data
    this.width = width
    this.height = height
  }
}
