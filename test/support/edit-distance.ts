/** How many characters must be put in, left out or changed to make one text of the other. */
export function editDistance(one: string, other: string): number {
  const target = Array.from(other)
  let before = [0, ...target.map((_, index) => index + 1)]
  Array.from(one).forEach((sign, row) => {
    const next = [row + 1]
    target.forEach((wanted, column) => {
      next.push(Math.min(before[column + 1]! + 1, next[column]! + 1, before[column]! + (sign === wanted ? 0 : 1)))
    })
    before = next
  })
  return before.at(-1)!
}
