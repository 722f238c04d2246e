// Seeded randomness: the same seed makes the same decisions, though what they meet depends on the machine's timing.
export interface Random {
  /** From `low` (included) to `high` (not). */
  between(low: number, high: number): number
  whole(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(values: readonly T[]): T | undefined
  /** A stream of its own, so that one part's draws do not shift another's. */
  fork(): Random
}

/** Mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const random: Random = {
    between: (low, high) => low + next() * (high - low),
    whole: (low, high) => Math.floor(random.between(low, high)),
    chance: (probability) => next() < probability,
    pick: (values) => values[Math.floor(next() * values.length)],
    fork: () => createRandom(Math.floor(next() * 4_294_967_296)),
  }
  return random
}
