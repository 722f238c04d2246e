// How rates and stretches of time are written on the wall.
import { percentOf, type Rate } from '@zhengna/contract/domain/yardstick.ts'

export const NOTHING = '—'

export function percentText(rate: Rate): string {
  const percent = percentOf(rate)
  return percent === null ? NOTHING : `${percent}%`
}

/** 41 秒, 2 分 05 秒, 1 小时 03 分; — for null. */
export function durationText(ms: number | null): string {
  if (ms === null) return NOTHING
  const seconds = Math.round(ms / 1000)
  const two = (value: number): string => String(value).padStart(2, '0')
  if (seconds < 60) return `${seconds} 秒`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} 分 ${two(seconds % 60)} 秒`
  return `${Math.floor(seconds / 3600)} 小时 ${two(Math.floor((seconds % 3600) / 60))} 分`
}

/** The points of a curve in a box of that size, from left to right; null where there is nothing to draw. A gap (null) is jumped over. */
export function curve(values: readonly (number | null)[], width: number, height: number): string | null {
  const known = values.flatMap((value, place) => (value === null ? [] : [{ value, place }]))
  if (known.length < 2) return null
  const top = Math.max(...known.map(({ value }) => value), 1)
  const step = width / (values.length - 1)
  return known.map(({ value, place }) => `${(place * step).toFixed(1)},${(height - (value / top) * height).toFixed(1)}`).join(' ')
}
