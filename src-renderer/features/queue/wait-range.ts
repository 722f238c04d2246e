// 预计等候 in words.
import type { WaitEstimate } from '@zhengna/contract/domain/queue.ts'

type Text = (key: string, named: Record<string, string | number>) => string
const MINUTE_MS = 60_000

/** '' where nothing is known. */
export function waitRange(estimate: WaitEstimate, t: Text): string {
  if (!estimate) return ''
  const { lowMs, highMs } = estimate
  const high = duration(highMs, t)
  if (lowMs === 0) return t('queue.estimateWithin', { high })
  return t('queue.estimate', { low: isSaidOnce(lowMs, highMs) ? number(lowMs) : duration(lowMs, t), high })
}

/** A unit that both have. */
const isSaidOnce = (lowMs: number, highMs: number): boolean => highMs < MINUTE_MS || (lowMs % MINUTE_MS === 0 && highMs % MINUTE_MS === 0)
const number = (ms: number): number => (ms < MINUTE_MS ? ms / 1_000 : ms / MINUTE_MS)

function duration(ms: number, t: Text): string {
  const [minutes, seconds] = [Math.floor(ms / MINUTE_MS), Math.round((ms % MINUTE_MS) / 1_000)]
  if (minutes === 0) return t('queue.seconds', { seconds })
  return seconds === 0 ? t('queue.minutes', { minutes }) : t('queue.minutesAndSeconds', { minutes, seconds })
}
