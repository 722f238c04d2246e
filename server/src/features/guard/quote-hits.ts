// What of their own text a person is told about, so that they can mend it: at most three pieces, none of them long.
import type { GuardHit } from '@zhengna/contract/domain/sensitive-word.ts'

const PIECES_MAX = 3
const PIECE_MAX_LENGTH = 12

/** “弄死你”、“加我微信”. Hits that overlap are one piece. */
export function quoteHits(text: string, hits: readonly GuardHit[]): string {
  const spans: { start: number; end: number }[] = []
  for (const { start, end } of hits) {
    const last = spans.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else spans.push({ start, end })
  }
  const pieces = new Set(spans.map(({ start, end }) => shorten(text.slice(start, end))))
  return [...pieces]
    .slice(0, PIECES_MAX)
    .map((piece) => `“${piece}”`)
    .join('、')
}

function shorten(piece: string): string {
  const characters = Array.from(piece.replace(/\s+/g, ' '))
  return characters.length > PIECE_MAX_LENGTH ? `${characters.slice(0, PIECE_MAX_LENGTH).join('')}…` : characters.join('')
}
