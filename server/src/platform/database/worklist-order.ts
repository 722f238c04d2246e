// The order of a desk's list as one number that an index keeps: what is owed comes first, the longest owed ahead;
// what is settled after it, the latest ahead.

/** Behind every moment that is a date. */
const SETTLED = 1_000_000_000_000_000

export const owedSince = (at: number): number => at
export const settledAt = (at: number): number => SETTLED - at
/** Owed, but nobody can say by when. */
export const owedSometime = SETTLED / 2
