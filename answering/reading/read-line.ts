// What a reader of pictures found, before anybody made sense of it. Pixels are those of the picture that was read.
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Glyph {
  /** One character. */
  readonly text: string
  /** 0 to 1. */
  readonly confidence: number
}

export interface ReadWord {
  readonly glyphs: readonly Glyph[]
  readonly box: Box
}

/** Words from left to right. A line may run across a side menu, an icon and a message: what belongs together is decided here. */
export type ReadLine = readonly ReadWord[]
