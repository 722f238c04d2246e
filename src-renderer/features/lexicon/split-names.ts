// Names as they come out of a document or a table: one a line, or with marks between them. Pure.
const BETWEEN = /[\r\n\t、，,；;]+/

export const splitNames = (text: string): string[] =>
  text
    .split(BETWEEN)
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** The names with those added that are new, and how many were there already. */
export function withNames(names: readonly string[], added: readonly string[]): { names: string[]; duplicates: number } {
  const all = new Set([...names, ...added])
  return { names: [...all], duplicates: names.length + added.length - all.size }
}
