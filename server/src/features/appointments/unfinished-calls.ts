// Talks by telephone of which nobody said how they ended: when the office's day is over that is asked, once, at its desk. Where it is never
// answered the system finishes them: the taxpayer did come.
import { endAwaitedMs, slotMs } from '@zhengna/contract/domain/appointment.ts'
import { dayOf, momentOf } from '@zhengna/contract/domain/working-time.ts'
import type { OfficeId } from '@zhengna/contract/ids.ts'
import type { Reader } from '../../platform/database/database.ts'
import { workingTimeOf } from '../calendar/index.ts'
import { selectAppointments, type AppointmentRow } from './appointments.store.ts'
import type { Move } from './moves.ts'

const SHOWN_MAX = 50

const callsUnderWay = (db: Reader) =>
  selectAppointments(db)
    .where('appointments.is_open', '=', 1)
    .where('appointments.way', '=', 'phone')
    .where('appointments.state', '=', 'kept')
    .where('appointments.interaction', '=', 'ongoing')

/** Of an office, asked about: the oldest first. */
export const unfinishedCalls = (db: Reader, officeId: OfficeId) =>
  callsUnderWay(db)
    .where('appointments.office_id', '=', officeId)
    .where('appointments.end_asked_at', 'is not', null)
    .orderBy('appointments.starts_at')
    .orderBy('appointments.id')
    .limit(SHOWN_MAX)

/** What is to be done now about each that is under way. */
export async function dueEnds(db: Reader, now: number): Promise<{ row: AppointmentRow; decision: Move }[]> {
  const due: { row: AppointmentRow; decision: Move }[] = []
  for (const row of await callsUnderWay(db).execute()) {
    const { end_asked_at: askedAt } = row
    if (askedAt === null) {
      if (now >= (await dayEndsAt(db, row))) due.push({ row, decision: { event: 'ask-end', by: 'system', set: { end_asked_at: now } } })
    } else if (now >= askedAt + endAwaitedMs)
      due.push({ row, decision: { event: 'finish', by: 'system', text: '逾期未登记通话结果，按已办结处理' } })
  }
  return due
}

/** When the office closes on the day of the appointment, its own half hour at the earliest. */
async function dayEndsAt(db: Reader, { office_id, starts_at }: AppointmentRow): Promise<number> {
  const day = dayOf(starts_at)
  const last = (await workingTimeOf(db, office_id)).shiftsOn(day).at(-1)
  return Math.max(starts_at + slotMs, last ? momentOf(day, last.to) : 0)
}
