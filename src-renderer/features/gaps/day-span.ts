// The weeks an editor looks at: Monday to Sunday, in Beijing. Pure.
import { daysAfter, weekdayOf } from '../../ui/index.ts'

/** Both days belong to it. */
export interface DaySpan {
  readonly from: string
  readonly to: string
}

export const spanKinds = ['this-week', 'last-week', 'any'] as const
export type SpanKind = (typeof spanKinds)[number]

export function weekOf(day: string): DaySpan {
  const from = daysAfter(day, -weekdayOf(day))
  return { from, to: daysAfter(from, 6) }
}

export const weekBefore = (day: string): DaySpan => weekOf(daysAfter(day, -7))

export const isSpan = ({ from, to }: DaySpan): boolean => from !== '' && to !== '' && from <= to
