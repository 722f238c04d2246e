// What is booked and yet to come: what others must know before they close a half hour, and how much of today is still to be done.
import { slotMs } from '@zhengna/contract/domain/appointment.ts'
import { dayOf, momentOf, nextDay } from '@zhengna/contract/domain/working-time.ts'
import type { OfficeId, SkillGroupId } from '@zhengna/contract/ids.ts'
import type { Reader } from '../../platform/database/database.ts'
import { unfinishedCalls } from './unfinished-calls.ts'

/** Booked or proposed, to begin after a moment, in the order they were made. */
export const openBookings = (
  db: Reader,
  after: number,
): Promise<{ office_id: OfficeId; service_type: SkillGroupId; starts_at: number }[]> =>
  db
    .selectFrom('appointments')
    .select(['office_id', 'service_type', 'starts_at'])
    .where('is_open', '=', 1)
    .where('state', 'in', ['booked', 'proposed'])
    .where('starts_at', '>', after)
    .orderBy('id')
    .execute()

/** Of an office: what of today is agreed on and neither missed nor ended, and the calls of which nobody said how they ended. */
export async function countAppointmentWork(db: Reader, officeId: OfficeId, now: number): Promise<number> {
  const today = dayOf(now)
  const rows = await db
    .selectFrom('appointments')
    .select('id')
    .where('office_id', '=', officeId)
    .where('starts_at', '>=', momentOf(today, '00:00') - slotMs)
    .where('starts_at', '<', momentOf(nextDay(today), '00:00'))
    .where('state', 'in', ['booked', 'kept'])
    .where('interaction', 'in', ['waiting', 'ongoing'])
    .execute()
  const calls = await unfinishedCalls(db, officeId).execute()
  return new Set([...rows, ...calls].map(({ id }) => id)).size
}
