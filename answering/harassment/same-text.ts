// Whether two messages say the same. Full-width forms, zero-width characters, spaces and punctuation tell nothing apart; digits do: forms
// filled in for one taxpayer number after the other are no repetition.
const MARKS = /[\p{P}\p{S}\p{Z}\p{C}\p{M}]/gu
const SHARED_MIN = 0.85
/** 在吗, 你好, 嗯嗯: said again by whoever waits, and that is no offence. */
const LETTERS_MIN = 4
const CLIPPED = 200

/** What is compared of a text. Empty: too short to be a repetition of anything. */
export function sameTextKey(text: string): string {
  const letters = text
    .slice(0, CLIPPED * 2)
    .normalize('NFKC')
    .toLowerCase()
    .replace(MARKS, '')
  return letters.length < LETTERS_MIN ? '' : letters.slice(0, CLIPPED)
}

/** Of two keys: the same digits, and of their pairs of letters at least 85 % shared. */
export function isSameText(a: string, b: string): boolean {
  if (a === '' || b === '') return false
  if (a === b) return true
  if (digitsOf(a) !== digitsOf(b)) return false
  const shorter = Math.min(a.length, b.length)
  if (shorter / Math.max(a.length, b.length) < SHARED_MIN) return false
  const pairs = new Map<string, number>()
  for (const pair of pairsOf(a)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  let shared = 0
  for (const pair of pairsOf(b)) {
    const left = pairs.get(pair) ?? 0
    if (left === 0) continue
    shared += 1
    pairs.set(pair, left - 1)
  }
  return (2 * shared) / (a.length + b.length - 2) >= SHARED_MIN
}

const digitsOf = (key: string): string => key.replace(/\D/g, '')

function* pairsOf(key: string): Generator<string> {
  for (let at = 1; at < key.length; at += 1) yield key.slice(at - 1, at + 1)
}
