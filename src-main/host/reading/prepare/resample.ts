// Larger or smaller, by Catmull-Rom splines, first across and then down.
import type { Grey } from './grey.ts'

export function resample(picture: Grey, factor: number): Grey {
  const width = Math.max(1, Math.round(picture.width * factor))
  const height = Math.max(1, Math.round(picture.height * factor))
  const across = stretch(picture.pixels, { lines: picture.height, lineStep: picture.width, from: picture.width, to: width, step: 1 })
  const down = stretch(across, { lines: width, lineStep: 1, from: picture.height, to: height, step: width })
  return { width, height, pixels: down }
}

interface Direction {
  readonly lines: number
  readonly lineStep: number
  /** Pixels of a line before and after. */
  readonly from: number
  readonly to: number
  readonly step: number
}

function stretch(pixels: Uint8Array, { lines, lineStep, from, to, step }: Direction): Uint8Array {
  const stretched = new Uint8ClampedArray(lines * to)
  // A line of the result lies where its own direction says: across, row after row; down, column beside column.
  const lineStepAfter = step === 1 ? to : lineStep
  for (let place = 0; place < to; place += 1) {
    const { first, weights } = neighbours(place, from, to)
    for (let line = 0; line < lines; line += 1) {
      let sum = 0
      for (let index = 0; index < weights.length; index += 1) {
        const near = Math.min(from - 1, Math.max(0, first + index))
        sum += weights[index]! * pixels[line * lineStep + near * step]!
      }
      stretched[line * lineStepAfter + place * step] = sum
    }
  }
  return new Uint8Array(stretched.buffer)
}

/** Which pixels a place of the result is made of. Shrinking takes in as many as fall together. */
function neighbours(place: number, from: number, to: number): { first: number; weights: Float32Array } {
  const scale = Math.max(1, from / to)
  const centre = ((place + 0.5) * from) / to - 0.5
  const first = Math.floor(centre - 2 * scale) + 1
  const weights = new Float32Array(Math.ceil(4 * scale))
  let sum = 0
  for (let index = 0; index < weights.length; index += 1) {
    weights[index] = catmullRom(Math.abs(first + index - centre) / scale)
    sum += weights[index]!
  }
  return { first, weights: weights.map((weight) => weight / sum) }
}

function catmullRom(distance: number): number {
  if (distance >= 2) return 0
  return distance < 1 ? (1.5 * distance - 2.5) * distance * distance + 1 : ((-0.5 * distance + 2.5) * distance - 4) * distance + 2
}
