// What the check looks at: of what is open, by time.
import type { Reader } from '../../platform/database/database.ts'
import { selectAppointments } from './appointments.store.ts'

const open = (db: Reader) => selectAppointments(db).where('appointments.is_open', '=', 1)

/** Not answered, and their half hour has begun. */
export const proposalsBegun = (db: Reader, now: number) =>
  open(db).where('appointments.state', '=', 'proposed').where('appointments.starts_at', '<=', now)

/** Not kept yet, begun before a moment. */
export const bookedBefore = (db: Reader, moment: number) =>
  open(db)
    .where('appointments.state', '=', 'booked')
    .where('appointments.interaction', 'in', ['waiting', 'ongoing'])
    .where('appointments.starts_at', '<', moment)

/** Agreed on, to begin between two moments. */
export const bookedBetween = (db: Reader, after: number, upTo: number) =>
  open(db)
    .where('appointments.state', '=', 'booked')
    .where('appointments.interaction', '=', 'waiting')
    .where('appointments.starts_at', '>', after)
    .where('appointments.starts_at', '<=', upTo)

/** Still under way though their conversation is over. */
export const talksOver = (db: Reader) =>
  open(db)
    .innerJoin('conversations', 'conversations.id', 'appointments.conversation_id')
    .where('appointments.state', '=', 'kept')
    .where('appointments.interaction', '=', 'ongoing')
    .where('conversations.stage', '=', 'ended')
