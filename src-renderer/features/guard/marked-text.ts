// A text cut at its hits, so that they can be marked. Hits may overlap; what overlaps is marked once.
import type { GuardHit } from '@zhengna/contract/domain/sensitive-word.ts'

export interface Piece {
  readonly text: string
  readonly isHit: boolean
}

export function markedText(text: string, hits: readonly Pick<GuardHit, 'start' | 'end'>[]): Piece[] {
  const pieces: Piece[] = []
  let done = 0
  for (const { start, end } of hits.toSorted((a, b) => a.start - b.start)) {
    if (start > done) pieces.push({ text: text.slice(done, start), isHit: false })
    if (end > done) pieces.push({ text: text.slice(Math.max(start, done), end), isHit: true })
    done = Math.max(done, end)
  }
  if (done < text.length) pieces.push({ text: text.slice(done), isHit: false })
  return pieces
}
