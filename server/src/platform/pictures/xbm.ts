// X bitmap: a picture written as a piece of a C program. One bit a pixel, the lowest first, rows of whole bytes.

export interface Pixels {
  readonly width: number
  readonly height: number
  /** Red, green, blue and opacity of each, row by row. */
  readonly rgba: Uint8Array
}

/** Errors: throws where it is none, is not whole, or has more pixels than `maxPixels`. */
export function decodeXbm(source: string, maxPixels: number): Pixels {
  const width = numberAfter(source, 'width')
  const height = numberAfter(source, 'height')
  if (width * height === 0 || width * height > maxPixels) throw new Error('An X bitmap of no size, or of too much.')
  const bits = Array.from(source.slice(source.indexOf('{')).matchAll(/0[xX]([0-9a-fA-F]{1,4})/g), ([, digits = '']) => parseInt(digits, 16))
  // The older kind has two bytes a number.
  const bytes = /\bshort\b/.test(source) ? bits.flatMap((pair) => [pair & 0xff, pair >> 8]) : bits
  const rowBytes = /\bshort\b/.test(source) ? Math.ceil(width / 16) * 2 : Math.ceil(width / 8)
  if (bytes.length < rowBytes * height) throw new Error('An X bitmap that is not whole.')
  const rgba = new Uint8Array(width * height * 4).fill(255)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const isInk = ((bytes[y * rowBytes + (x >> 3)] ?? 0) >> (x & 7)) & 1
      if (isInk) rgba.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
    }
  return { width, height, rgba }
}

function numberAfter(source: string, name: string): number {
  return Number(new RegExp(`#define\\s+\\w*${name}\\s+(\\d{1,6})\\b`).exec(source)?.[1] ?? 0)
}
