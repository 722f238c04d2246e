// A picture as the reader takes it: one byte a pixel, 0 black to 255 white, row by row.
import type { DecodedPng } from 'fast-png'
import { convertIndexedToRgb } from 'fast-png'

export interface Grey {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** null for kinds of PNG that no screenshot is: the reader takes them as they are. */
export function greyOf(png: DecodedPng): Grey | null {
  if (png.depth === 8 || png.palette) {
    const bytes = png.palette ? convertIndexedToRgb(png) : png.data
    return { width: png.width, height: png.height, pixels: luminance(bytes, png.width * png.height) }
  }
  return null
}

function luminance(bytes: ArrayLike<number>, count: number): Uint8Array {
  const channels = Math.round(bytes.length / count)
  const hasColour = channels >= 3
  const hasAlpha = channels === 2 || channels === 4
  const grey = new Uint8Array(count)
  for (let index = 0, at = 0; index < count; index += 1, at += channels) {
    const level = hasColour ? 0.299 * bytes[at]! + 0.587 * bytes[at + 1]! + 0.114 * bytes[at + 2]! : bytes[at]!
    // What shows through is taken for white paper.
    const share = hasAlpha ? bytes[at + channels - 1]! / 255 : 1
    grey[index] = level * share + 255 * (1 - share)
  }
  return grey
}

/** A portable grey map: the plainest file that the reader opens. */
export function toGreyMap({ width, height, pixels }: Grey): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`)
  const file = new Uint8Array(head.length + pixels.length)
  file.set(head)
  file.set(pixels, head.length)
  return file
}
