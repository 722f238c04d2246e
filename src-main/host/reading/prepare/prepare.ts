// Makes a screenshot easy to read: black on white, characters as tall as the reader was taught on.
import { decode } from 'fast-png'
import { eraseFrames } from './erase-frames.ts'
import { flatten } from './flatten.ts'
import { greyOf, toGreyMap, type Grey } from './grey.ts'
import { resample } from './resample.ts'
import { textHeightPx } from './text-height.ts'

/** Of a Chinese character: at this height the reader makes the fewest mistakes. */
const GOOD_HEIGHT_PX = 28
const FACTOR_MAX = 2.5
/** A factor this close to 1 costs more sharpness than it brings. */
const SAME_WITHIN = 0.15
/** Text taller than this has strokes so wide that their inside would be taken for background. */
const TALL_PX = 36
const PIXELS_MAX = 8_000_000

/** Errors: throws for a damaged PNG. null where the file is best read as it is. */
export function prepare(png: Uint8Array): Uint8Array | null {
  const grey = greyOf(decode(png, { checkCrc: true }))
  return grey && toGreyMap(prepareGrey(grey))
}

export function prepareGrey(picture: Grey): Grey {
  const area = picture.width * picture.height
  const whole = area > PIXELS_MAX ? resample(picture, Math.sqrt(PIXELS_MAX / area)) : picture
  const flat = flatten(whole)
  const heightPx = textHeightPx(flat)
  if (heightPx === null) return flat
  if (heightPx > TALL_PX) {
    const shrunk = flatten(resample(whole, GOOD_HEIGHT_PX / heightPx))
    return eraseFrames(shrunk, GOOD_HEIGHT_PX)
  }
  const text = eraseFrames(flat, heightPx)
  const factor = Math.min(FACTOR_MAX, GOOD_HEIGHT_PX / heightPx, Math.sqrt(PIXELS_MAX / (flat.width * flat.height)))
  return Math.abs(factor - 1) < SAME_WITHIN ? text : resample(text, factor)
}
