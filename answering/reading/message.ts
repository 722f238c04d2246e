// Which passage of a screenshot is its message, and the title that belongs to it.
import { HEADLINE_MAX_LENGTH, passageText, withoutLabels, type Passage } from './passages.ts'
import { code, sentence, strong, weak } from './words-of-trouble.ts'

export interface Message {
  readonly title: Passage | null
  readonly body: readonly Passage[]
}

/** In heights of the message's lines: how far above it its title may stand, how far below it a code. */
const TITLE_GAP_MAX = 4.5
const CODE_GAP_MAX = 3
/** A headline, by its size alone. */
const HEADLINE_RATIO = 1.3

/** null where there is nothing to choose from. `passages`: without furniture, from top to bottom. */
export function messageOf(passages: readonly Passage[]): Message | null {
  const chosen = passages.reduce<Passage | null>((best, next) => (best && weight(best) >= weight(next) ? best : next), null)
  if (!chosen) return null
  const body = withoutLabels(chosen)
  const title = passages.filter((passage) => passage !== chosen && isTitle(passage, body)).at(-1) ?? null
  const below = passages.filter((passage) => passage !== chosen && passage !== title && belongsBelow(passage, body))
  return { title, body: [body, ...below] }
}

function weight(passage: Passage): number {
  const text = passageText(passage)
  const confidence = passage.reduce((sum, segment) => sum + segment.confidence, 0) / passage.length
  const signs = (strong.test(text) ? 3 : 0) + (weak.test(text) ? 1.5 : 0) + (sentence.test(text) ? 1.5 : 0) + (code.test(text) ? 0.5 : 0)
  return (signs + Math.min(text.length, 60) / 20) * confidence
}

function isTitle(passage: Passage, body: Passage): boolean {
  const last = passage.at(-1)!
  const first = body[0]!
  const gap = (first.box.top - last.box.bottom) / first.heightPx
  if (passage.length > 1 || gap < -0.5 || gap > TITLE_GAP_MAX || last.text.length > HEADLINE_MAX_LENGTH) return false
  const isOver = last.box.left < Math.max(...body.map(({ box }) => box.right)) && last.box.right > first.box.left - 3 * first.heightPx
  return isOver && (strong.test(last.text) || last.heightPx > HEADLINE_RATIO * first.heightPx)
}

function belongsBelow(passage: Passage, body: Passage): boolean {
  const last = body.at(-1)!
  const gap = (passage[0]!.box.top - last.box.bottom) / last.heightPx
  return gap > -0.5 && gap < CODE_GAP_MAX && code.test(passageText(passage))
}
