// What the check looks at, found by the index of standings and times.
import type { Reader } from '../../platform/database/database.ts'
import { selectAppointments } from './appointments.store.ts'

/** Not answered, and their half hour has begun. */
export const proposalsBegun = (db: Reader, now: number) =>
  selectAppointments(db)
    .where('appointments.state', '=', 'proposed')
    .where('appointments.interaction', 'is', null)
    .where('appointments.starts_at', '<=', now)

/** Not kept yet, begun before a moment. */
export const bookedBefore = (db: Reader, moment: number) =>
  selectAppointments(db)
    .where('appointments.state', '=', 'booked')
    .where('appointments.interaction', 'in', ['waiting', 'ongoing'])
    .where('appointments.starts_at', '<', moment)

/** Agreed on, to begin between two moments. */
export const bookedBetween = (db: Reader, after: number, upTo: number) =>
  selectAppointments(db)
    .where('appointments.state', '=', 'booked')
    .where('appointments.interaction', '=', 'waiting')
    .where('appointments.starts_at', '>', after)
    .where('appointments.starts_at', '<=', upTo)

/** Still under way though their conversation is over. */
export const talksOver = (db: Reader) =>
  selectAppointments(db)
    .innerJoin('conversations', 'conversations.id', 'appointments.conversation_id')
    .where('appointments.state', '=', 'kept')
    .where('appointments.interaction', '=', 'ongoing')
    .where('conversations.stage', '=', 'ended')
