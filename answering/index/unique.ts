/** Sorts the first `count` numbers of `values` and drops repeats in place; returns how many are left. */
export function sortUnique(values: Uint32Array, count: number): number {
  const used = values.subarray(0, count).sort()
  let kept = 0
  for (let i = 0; i < count; i++) if (i === 0 || used[i] !== used[i - 1]) used[kept++] = used[i]!
  return kept
}
