// Lines that stand under each other and were wrapped by the window, put together again.
import type { Glyph } from './read-line.ts'
import type { Segment } from './segments.ts'
import { joined, spelled, textOf } from './spelling.ts'
import { sentence, strong, weak } from './words-of-trouble.ts'

/** Segments from top to bottom. */
export type Passage = readonly Segment[]

/** In heights of the line. */
const LINE_GAP_MAX = 1.7
const ALIGNED_WITHIN = 1.6
export const HEADLINE_MAX_LENGTH = 24
/** Begins a line of its own. */
const codeName = /^(?:错误码|错误代码|流水号)/u
const HEIGHT_RATIO_MAX = 1.5

export function passagesOf(segments: readonly Segment[]): readonly Passage[] {
  const passages: Segment[][] = []
  for (const segment of [...segments].sort((a, b) => a.box.top - b.box.top)) {
    const above = passages.find((passage) => follows(segment, passage.at(-1)!))
    if (above) above.push(segment)
    else passages.push([segment])
  }
  return passages
}

function follows(segment: Segment, above: Segment): boolean {
  const heightPx = Math.max(segment.heightPx, above.heightPx)
  const gap = (segment.box.top - above.box.bottom) / heightPx
  const ratio = heightPx / Math.min(segment.heightPx, above.heightPx)
  return gap > -0.5 && gap < LINE_GAP_MAX && ratio < HEIGHT_RATIO_MAX && isAligned(segment, above, heightPx * ALIGNED_WITHIN)
}

/** At the left, or around the same middle. */
function isAligned({ box }: Segment, { box: above }: Segment, withinPx: number): boolean {
  const middles = Math.abs(box.left + box.right - above.left - above.right) / 2
  return Math.abs(box.left - above.left) < withinPx || middles < withinPx
}

/** A line that ends before its passage's edge was not wrapped: what follows is a sentence of its own, or what a headline is about. */
export function written(passage: Passage): readonly Glyph[] {
  const right = Math.max(...passage.map(({ box }) => box.right))
  const parts = passage.flatMap((segment, index) => {
    const isLast = index === passage.length - 1
    const isApart = !isWrapped(segment, right) || codeName.test(passage[index + 1]?.text ?? '')
    if (!isApart || isLast || sentence.test(segment.text.at(-1) ?? '')) return [segment.glyphs]
    const isHeadline =
      index === 0 && segment.text.length <= HEADLINE_MAX_LENGTH && strong.test(segment.text) && !sentence.test(segment.text)
    return [segment.glyphs, [{ text: isHeadline ? '：' : ' ', confidence: 1 }]]
  })
  return spelled(joined(parts))
}

export const passageText = (passage: Passage): string => textOf(written(passage))

/** Fields of a form above the message that says what is wrong with one of them. */
export function withoutLabels(passage: Passage): Passage {
  const right = Math.max(...passage.map(({ box }) => box.right))
  const first = passage.findIndex(
    (segment) => isWrapped(segment, right) || [sentence, strong, weak].some((sign) => sign.test(segment.text)),
  )
  return first > 0 ? passage.slice(first) : passage
}

const isWrapped = ({ box, heightPx }: Segment, right: number): boolean => right - box.right <= 2 * heightPx
