// Black on white, whatever it was drawn on: light and dark windows, coloured buttons and a veiled page may be in one screenshot,
// and the reader knows only one threshold for all of it. A pixel's background is the nearest even spot; what is kept is how far
// the pixel stands out from it.
import type { Grey } from './grey.ts'

/** An even spot is a square of this many pixels to each side: larger than the inside of a stroke of text. */
const REACH_PX = 2
/** Levels that an even spot may differ by: dithering and soft shadows. */
const EVEN_WITHIN = 6
/** Pale text is made somewhat darker. */
const GAIN = 1.3
/** Two backgrounds meet where their levels differ by this much; so close to it there is no text, only the edge of a box or an icon. */
const EDGE_LEVELS = 24
const EDGE_REACH_PX = 3
/** Below this share of even spots it is a photograph, and nothing is known of its background. */
const EVEN_SHARE_MIN = 0.2
const FAR = 0xffff

export function flatten(picture: Grey): Grey {
  const { width, height, pixels } = picture
  const background = new Uint8Array(pixels)
  const distance = new Uint16Array(pixels.length).fill(FAR)
  if (markEven(picture, distance) < EVEN_SHARE_MIN * pixels.length) return picture
  spread(background, distance, width, height)
  const ink = pixels.map((level, index) => Math.max(0, 255 - GAIN * Math.abs(level - background[index]!)))
  blankEdges(ink, background, width, height)
  return { width, height, pixels: ink }
}

/** Sets the distance of even spots to 0 and counts them. */
function markEven({ width, height, pixels }: Grey, distance: Uint16Array): number {
  const low = new Uint8Array(pixels.length)
  const high = new Uint8Array(pixels.length)
  let count = 0
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let min = 255
      let max = 0
      for (let near = Math.max(0, x - REACH_PX); near <= Math.min(width - 1, x + REACH_PX); near += 1) {
        const level = pixels[y * width + near]!
        if (level < min) min = level
        if (level > max) max = level
      }
      low[y * width + x] = min
      high[y * width + x] = max
    }
  }
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let min = 255
      let max = 0
      for (let near = Math.max(0, y - REACH_PX); near <= Math.min(height - 1, y + REACH_PX); near += 1) {
        min = Math.min(min, low[near * width + x]!)
        max = Math.max(max, high[near * width + x]!)
      }
      if (max - min > EVEN_WITHIN) continue
      distance[y * width + x] = 0
      count += 1
    }
  }
  return count
}

/** Two passes of a chamfer distance (3 straight, 4 slanting) that carry the level of the nearest even spot along. */
function spread(background: Uint8Array, distance: Uint16Array, width: number, height: number): void {
  const take = (index: number, from: number, step: number): void => {
    if (distance[from]! + step >= distance[index]!) return
    distance[index] = distance[from]! + step
    background[index] = background[from]!
  }
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const index = y * width + x
      if (x > 0) take(index, index - 1, 3)
      if (y > 0) take(index, index - width, 3)
      if (y > 0 && x > 0) take(index, index - width - 1, 4)
      if (y > 0 && x < width - 1) take(index, index - width + 1, 4)
    }
  }
  for (let y = height - 1; y >= 0; y -= 1) {
    for (let x = width - 1; x >= 0; x -= 1) {
      const index = y * width + x
      if (x < width - 1) take(index, index + 1, 3)
      if (y < height - 1) take(index, index + width, 3)
      if (y < height - 1 && x > 0) take(index, index + width - 1, 4)
      if (y < height - 1 && x < width - 1) take(index, index + width + 1, 4)
    }
  }
}

function blankEdges(ink: Uint8Array, background: Uint8Array, width: number, height: number): void {
  for (let y = 0; y < height - 1; y += 1) {
    for (let x = 0; x < width - 1; x += 1) {
      const index = y * width + x
      const here = background[index]!
      if (Math.abs(here - background[index + 1]!) < EDGE_LEVELS && Math.abs(here - background[index + width]!) < EDGE_LEVELS) continue
      const left = Math.max(0, x - EDGE_REACH_PX + 1)
      const right = Math.min(width, x + EDGE_REACH_PX + 1)
      for (let near = Math.max(0, y - EDGE_REACH_PX + 1); near < Math.min(height, y + EDGE_REACH_PX + 1); near += 1)
        ink.fill(255, near * width + left, near * width + right)
    }
  }
}
