// Where a work order may go, and what is offered as its due time.
import type { HostReply } from '@zhengna/contract/host/index.ts'
import type { OfficeId, PersonId } from '@zhengna/contract/ids.ts'

export interface OrderTarget {
  readonly officeId: OfficeId
  /** null: whoever takes it. */
  readonly assigneeId: PersonId | null
  /** Of the office's working time. */
  readonly dueInMinutes: number
}
export type OfficeChoice = HostReply<'orders.offices'>['offices'][number]

const HOUR_MINUTES = 60
/** A working day has six and a half hours where an office keeps the usual shifts. */
const DAY_MINUTES = 390
export const dueChoices = [
  ...[2, 4].map((count) => ({ unit: 'hours' as const, count, minutes: count * HOUR_MINUTES })),
  ...[1, 3, 5, 10].map((count) => ({ unit: 'days' as const, count, minutes: count * DAY_MINUTES })),
]

/** Its own office, whoever takes it, within three working days. */
export const usualTarget = (officeId: OfficeId): OrderTarget => ({ officeId, assigneeId: null, dueInMinutes: 3 * DAY_MINUTES })
