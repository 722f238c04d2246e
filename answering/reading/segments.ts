// Pieces of a line that were drawn together. A line that runs from a side menu into a dialog, or from an icon into its message,
// is cut at its gaps.
import type { Box, Glyph, ReadLine, ReadWord } from './read-line.ts'
import { joined, meanConfidence, spelled, textOf } from './spelling.ts'

export interface Segment {
  readonly glyphs: readonly Glyph[]
  readonly text: string
  readonly confidence: number
  readonly box: Box
  /** Of its characters, in pixels. */
  readonly heightPx: number
}

/** In heights of the line: wider than any gap that Chinese punctuation leaves. */
const GAP = 1.15

export function segmentsOf(lines: readonly ReadLine[]): readonly Segment[] {
  const usualPx = quantile(0.5, lines.map(lowerThird))
  return lines.flatMap((line) => cut(line, usualPx).map((words) => segmentOf(words, usualPx))).filter(({ text }) => text !== '')
}

function cut(line: ReadLine, usualPx: number): readonly (readonly ReadWord[])[] {
  const gapPx = GAP * characterHeight(line, usualPx)
  const pieces: ReadWord[][] = []
  let right = -Infinity
  for (const word of line) {
    if (word.box.left - right > gapPx) pieces.push([])
    pieces.at(-1)?.push(word)
    right = word.box.right
  }
  return pieces
}

function segmentOf(words: readonly ReadWord[], usualPx: number): Segment {
  const glyphs = spelled(joined(words.map((word) => word.glyphs)))
  const heightPx = characterHeight(words, usualPx)
  const boxes = words.map(({ box }) => box)
  const level = words.filter((word) => heightOf(word) <= 1.2 * heightPx).map(({ box }) => box)
  return {
    glyphs,
    text: textOf(glyphs),
    confidence: meanConfidence(glyphs),
    box: {
      left: Math.min(...boxes.map(({ left }) => left)),
      right: Math.max(...boxes.map(({ right }) => right)),
      top: quantile(
        0.3,
        level.map(({ top }) => top),
      ),
      bottom: quantile(
        0.7,
        level.map(({ bottom }) => bottom),
      ),
    },
    heightPx,
  }
}

/** A short line says little of itself: it is taken to be of about the usual height. */
const characterHeight = (words: readonly ReadWord[], usualPx: number): number => Math.max(lowerThird(words), 0.75 * usualPx)

/** A reader gives many words the height of their whole block, and points the height of a point: the lower third of the rest is right. */
function lowerThird(words: readonly ReadWord[]): number {
  const lettered = words.filter(({ glyphs }) => glyphs.some(({ text }) => /[\p{L}\p{N}]/u.test(text)))
  return quantile(0.3, (lettered.length > 0 ? lettered : words).map(heightOf))
}

const heightOf = ({ box }: ReadWord): number => box.bottom - box.top

function quantile(share: number, numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0
}
