// Which parts of a question are what was typed: all of it where it stands there, else the pieces of it that do.

export interface Piece {
  readonly text: string
  readonly isMatch: boolean
}

/** A single character is a find only where it is all that was typed. */
const PIECE_MIN_LENGTH = 2

export function highlight(question: string, typed: string): Piece[] {
  const text = question.toLowerCase()
  // A few letters grow when written small: then nothing is where it was.
  const marked = text.length === question.length ? mark(text, typed.toLowerCase().replace(/\s+/g, '')) : new Uint8Array(question.length)
  const pieces: Piece[] = []
  for (let start = 0; start < question.length;) {
    let end = start + 1
    while (end < question.length && marked[end] === marked[start]) end++
    pieces.push({ text: question.slice(start, end), isMatch: marked[start] === 1 })
    start = end
  }
  return pieces
}

/** Whether another way to put it shows more of what was typed than the question does, or neither shows any (it was heard, not read). */
export function tellsMore(alias: string, question: string, typed: string): boolean {
  const [ofAlias, ofQuestion] = [matchedLength(alias, typed), matchedLength(question, typed)]
  return ofAlias > ofQuestion || ofQuestion === 0
}

const matchedLength = (text: string, typed: string): number =>
  highlight(text, typed).reduce((sum, piece) => sum + (piece.isMatch ? piece.text.length : 0), 0)

/** By unit of the text: 1 where it is part of what is wanted. Longest pieces first, each once. */
function mark(text: string, wanted: string): Uint8Array {
  const marked = new Uint8Array(text.length)
  const minLength = Math.min(PIECE_MIN_LENGTH, wanted.length)
  for (let rest = wanted; rest.length >= minLength && rest !== '';) {
    const piece = longestPiece(text, rest, minLength)
    if (!piece) break
    const at = text.indexOf(piece)
    marked.fill(1, at, at + piece.length)
    rest = rest.replace(piece, '')
  }
  return marked
}

function longestPiece(text: string, wanted: string, minLength: number): string | null {
  for (let length = wanted.length; length >= minLength; length--) {
    for (let from = 0; from + length <= wanted.length; from++) {
      const piece = wanted.slice(from, from + length)
      if (text.includes(piece)) return piece
    }
  }
  return null
}
