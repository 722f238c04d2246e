// From what was read in a picture to the question that its owner would have typed. No I/O; shown for correction before it is sent.
import type { Glyph, ReadLine } from './read-line.ts'
import { withoutFurniture } from './furniture.ts'
import { messageOf } from './message.ts'
import { passagesOf, written, type Passage } from './passages.ts'
import { repaired } from './repair.ts'
import { segmentsOf } from './segments.ts'
import { meanConfidence, textOf } from './spelling.ts'

export interface PictureQuestion {
  /** Empty where the picture has no text. At most `QUESTION_MAX_LENGTH` characters. */
  readonly question: string
  /** All that was read, a line for each piece. */
  readonly text: string
  /** 0 to 1: of the question's characters. */
  readonly confidence: number
}

export const QUESTION_MAX_LENGTH = 200

export function questionFromPicture(lines: readonly ReadLine[]): PictureQuestion {
  const segments = segmentsOf(lines)
  const text = segments.map((segment) => segment.text).join('\n')
  const message = messageOf(passagesOf(withoutFurniture(segments)))
  // A picture of nothing but labels: they are all that can be asked about.
  const glyphs = message ? asked(message.title, message.body) : (segments.find(({ text: label }) => /\p{L}{2}/u.test(label))?.glyphs ?? [])
  const fitting = shortened(repaired(glyphs))
  return { question: textOf(fitting), text, confidence: meanConfidence(fitting.filter((glyph) => glyph.text !== ' ')) }
}

function asked(title: Passage | null, body: readonly Passage[]): readonly Glyph[] {
  const parts = body.map(written)
  const message = parts.flatMap((part, index) => (index === 0 ? part : [{ text: ' ', confidence: 1 }, ...part]))
  return title ? [...written(title), { text: '：', confidence: 1 }, ...message] : message
}

/** Ends with a whole sentence where there is one in the second half. */
function shortened(glyphs: readonly Glyph[]): readonly Glyph[] {
  if (glyphs.length <= QUESTION_MAX_LENGTH) return glyphs
  const kept = glyphs.slice(0, QUESTION_MAX_LENGTH)
  const ending = kept.findLastIndex(({ text }) => '。；！？'.includes(text))
  return ending >= QUESTION_MAX_LENGTH / 2 ? kept.slice(0, ending + 1) : kept
}
