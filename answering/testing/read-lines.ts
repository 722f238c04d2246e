// Lines as a reader of pictures gives them: characters 14 pixels wide and high, words where the texts are put.
import type { ReadLine, ReadWord } from '../reading/read-line.ts'

export const CHARACTER_PX = 14

export interface Piece {
  readonly left: number
  readonly text: string
  /** For all of its characters, or by their place. */
  readonly confidence?: number | Readonly<Record<number, number>>
  readonly heightPx?: number
}

export const lineAt = (top: number, ...pieces: readonly Piece[]): ReadLine => pieces.map((piece) => wordAt(top, piece))

function wordAt(top: number, { left, text, confidence = 0.98, heightPx = CHARACTER_PX }: Piece): ReadWord {
  const glyphs = Array.from(text, (sign, index) => ({
    text: sign,
    confidence: typeof confidence === 'number' ? confidence : (confidence[index] ?? 0.98),
  }))
  return { glyphs, box: { left, top, right: left + glyphs.length * heightPx, bottom: top + heightPx } }
}
