// Similar questions as they are typed, pasted and compared.

/** What the engine does not tell apart is the same question: blanks, punctuation and case. */
export const questionKey = (question: string): string =>
  question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '')

/** Lines of a pasted text: list marks and numbers in front are the table's or the list's, not the question's. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•·]|\d{1,3}[.、)）])\s*/, '').trim())
    .filter((line) => line !== '')

/** The list with those lines that are new to it; the rest is counted. */
export function withLines(similar: readonly string[], question: string, text: string): { similar: string[]; repeated: number } {
  const known = new Set([question, ...similar].map(questionKey))
  const lines = linesOf(text)
  const added = lines.filter((line) => {
    const isNew = !known.has(questionKey(line))
    known.add(questionKey(line))
    return isNew
  })
  return { similar: [...similar, ...added], repeated: lines.length - added.length }
}

/** Places of those that repeat the standard question or one before them. */
export function repeatedAt(similar: readonly string[], question: string): ReadonlySet<number> {
  const known = new Set([questionKey(question)])
  const repeated = new Set<number>()
  similar.forEach((one, place) => {
    const key = questionKey(one)
    if (key !== '' && known.has(key)) repeated.add(place)
    known.add(key)
  })
  return repeated
}
