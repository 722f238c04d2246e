import { unitsOf } from './units.ts'

/** Many short texts end to end in one string: a hundred thousand of them load in one go. */
export class Texts {
  readonly all: string
  /** Text i is `all` from `starts[i]` to `starts[i + 1]`, in UTF-16 units. */
  readonly starts: Uint32Array

  constructor(all: string, starts: Uint32Array) {
    this.all = all
    this.starts = starts
  }

  static of(texts: readonly string[]): Texts {
    const starts = new Uint32Array(texts.length + 1)
    for (const [i, text] of texts.entries()) starts[i + 1] = starts[i]! + text.length
    return new Texts(texts.join(''), starts)
  }

  get count(): number {
    return this.starts.length - 1
  }

  /** '' for a place that is none. */
  at(place: number): string {
    return place >= 0 && place < this.count ? this.all.slice(this.starts[place], this.starts[place + 1]) : ''
  }

  /** The text that has the unit at `unit` of `all`. */
  placeAt(unit: number): number {
    let low = 0
    let high = this.starts.length - 1
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      if (this.starts[middle]! <= unit) low = middle
      else high = middle
    }
    return low
  }

  /** One number a UTF-16 unit. */
  units(): Uint16Array {
    return unitsOf(this.all)
  }
}
