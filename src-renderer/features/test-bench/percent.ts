/** 0.8765 → 87.7%; whole numbers without a fraction. */
export const percent = (share: number): string => `${(share * 100).toFixed(1).replace(/\.0$/, '')}%`

/** In percentage points, with its sign: 0.012 → ＋1.2; '' where nothing of it would be seen. */
export function points(difference: number): string {
  const rounded = Math.round(difference * 1_000) / 10
  if (rounded === 0) return ''
  return `${rounded > 0 ? '+' : '−'}${String(Math.abs(rounded))}`
}
