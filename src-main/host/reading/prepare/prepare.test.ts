import { describe, expect, it } from 'vitest'
import { eraseFrames } from './erase-frames.ts'
import { flatten } from './flatten.ts'
import type { Grey } from './grey.ts'
import { prepare, prepareGrey } from './prepare.ts'
import { resample } from './resample.ts'
import { textHeightPx } from './text-height.ts'

interface Rectangle {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly level: number
}

/** Rectangles on paper, the later over the earlier. */
function drawn(width: number, height: number, paper: number, rectangles: readonly Rectangle[]): Grey {
  const pixels = new Uint8Array(width * height).fill(paper)
  for (const { left, top, width: wide, height: high, level } of rectangles) {
    for (let y = top; y < top + high; y += 1) pixels.fill(level, y * width + left, y * width + left + wide)
  }
  return { width, height, pixels }
}

/** Strokes as text has them: two pixels wide, some between. */
const strokes = (left: number, top: number, count: number, high: number, level: number): Rectangle[] =>
  Array.from({ length: count }, (_, index) => ({ left: left + index * 6, top, width: 2, height: high, level }))
const at = ({ width, pixels }: Grey, x: number, y: number): number => pixels[y * width + x]!

describe('a flattened picture', () => {
  it('is black on white, whatever the text was drawn on', () => {
    const dark = { left: 60, top: 0, width: 60, height: 40, level: 30 }
    const flat = flatten(drawn(120, 40, 250, [dark, ...strokes(10, 14, 5, 12, 20), ...strokes(75, 14, 5, 12, 235)]))
    for (const [x, y] of [
      [40, 5],
      [100, 35],
    ] as const)
      expect(at(flat, x, y)).toBe(255)
    expect(at(flat, 10, 20)).toBeLessThan(20)
    expect(at(flat, 75, 20)).toBeLessThan(20)
  })
  it('has no line where a window ends', () => {
    const flat = flatten(drawn(80, 80, 200, [{ left: 20, top: 20, width: 40, height: 40, level: 40 }]))
    expect(Math.min(...flat.pixels)).toBe(255)
  })
  it('leaves a photograph alone: nothing in it is even', () => {
    const photo = drawn(60, 60, 0, [])
    photo.pixels.forEach((_, index) => (photo.pixels[index] = (index * 7919) % 251))
    expect(flatten(photo)).toBe(photo)
  })
})

describe('frames and icons', () => {
  it('are taken out, and text stays', () => {
    const frame = [
      { left: 5, top: 5, width: 90, height: 1, level: 0 },
      { left: 5, top: 54, width: 90, height: 1, level: 0 },
      { left: 5, top: 5, width: 1, height: 50, level: 0 },
      { left: 94, top: 5, width: 1, height: 50, level: 0 },
    ]
    const cleaned = eraseFrames(drawn(100, 60, 255, [...frame, ...strokes(30, 24, 4, 12, 0)]), 12)
    expect(at(cleaned, 5, 30)).toBe(255)
    expect(at(cleaned, 50, 54)).toBe(255)
    expect(at(cleaned, 30, 30)).toBe(0)
  })
  it('a rule under a line of text is no text', () => {
    expect(at(eraseFrames(drawn(100, 40, 255, [{ left: 4, top: 30, width: 90, height: 2, level: 0 }]), 12), 40, 30)).toBe(255)
  })
})

describe('the height of text', () => {
  it('is that of its lines of ink', () => {
    const lines = [10, 40, 70].flatMap((top) => strokes(4, top, 30, 14, 0))
    expect(textHeightPx(drawn(200, 100, 255, lines))).toBe(14)
  })
  it('is unknown where there is none', () => {
    expect(textHeightPx(drawn(50, 50, 255, []))).toBeNull()
  })
  it('small text is made larger, tall text smaller, and good text is left sharp', () => {
    const width = (high: number): number => prepareGrey(drawn(300, 200, 255, strokes(20, 80, 30, high, 0))).width
    expect(width(12)).toBe(700)
    expect(width(28)).toBe(300)
    expect(width(56)).toBe(150)
  })
})

describe('another size', () => {
  it('keeps levels: white stays white, and a step stays where it was', () => {
    const larger = resample(drawn(20, 10, 255, [{ left: 0, top: 0, width: 10, height: 10, level: 0 }]), 2)
    expect([larger.width, larger.height]).toEqual([40, 20])
    expect([at(larger, 0, 0), at(larger, 12, 19), at(larger, 27, 0), at(larger, 39, 19)]).toEqual([0, 0, 255, 255])
  })
  it('mixes what falls together', () => {
    const stripes = drawn(
      40,
      40,
      255,
      Array.from({ length: 20 }, (_, index) => ({ left: index * 2, top: 0, width: 1, height: 40, level: 0 })),
    )
    expect(Math.abs(at(resample(stripes, 0.25), 5, 5) - 127)).toBeLessThan(8)
  })
})

it('a damaged PNG is not prepared but thrown out', () => {
  expect(() => prepare(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3))).toThrow()
})
