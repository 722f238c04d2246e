// How tall the characters of a flattened picture are, from the heights of its lines of ink.
import type { Grey } from './grey.ts'

const INK_BELOW = 150
/** Some three characters wide: enough that no row within a line is empty, narrow enough that two columns of text seldom meet. */
const STRIP_PX = 48
const HEIGHT_MIN_PX = 6
const HEIGHT_MAX_PX = 120

/** null where nothing looks like a line of text. */
export function textHeightPx({ width, height, pixels }: Grey): number | null {
  /** Strips of ink of each height, weighted by how much ink they hold. */
  const inkOf = new Float64Array(HEIGHT_MAX_PX + 1)
  for (let left = 0; left < width; left += STRIP_PX) {
    let runPx = 0
    let runInk = 0
    for (let y = 0; y <= height; y += 1) {
      const ink = y < height ? inkInRow(pixels, y * width + left, Math.min(STRIP_PX, width - left)) : 0
      if (ink > 0) {
        runPx += 1
        runInk += ink
        continue
      }
      if (runPx >= HEIGHT_MIN_PX && runPx <= HEIGHT_MAX_PX) inkOf[runPx] = inkOf[runPx]! + runInk
      runPx = 0
      runInk = 0
    }
  }
  return weightedMedian(inkOf)
}

function inkInRow(pixels: Uint8Array, from: number, count: number): number {
  let ink = 0
  for (let index = from; index < from + count; index += 1) if (pixels[index]! < INK_BELOW) ink += 1
  return ink
}

function weightedMedian(weights: Float64Array): number | null {
  const half = weights.reduce((sum, weight) => sum + weight, 0) / 2
  if (half === 0) return null
  let sum = 0
  return weights.findIndex((weight) => (sum += weight) >= half)
}
