// 预约, whole: what routes, the minute's round and other features ask of it.
import type { Appointment } from '@zhengna/contract/domain/appointment-record.ts'
import type { AppointmentId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { AfterCommit, Writer } from '../../platform/database/database.ts'
import type { ConversationRow } from '../conversations/index.ts'
import type { BookedHook } from '../queue/index.ts'
import { changingWithin, type AppointmentParts } from './appointment-parts.ts'
import { findAppointment } from './appointments.store.ts'
import { createBookings, type Bookings } from './booking.service.ts'
import { createCheck } from './check.ts'
import { createAppointmentDesk, type AppointmentDesk } from './desk.service.ts'
import { createQueueHook } from './in-queue.ts'
import { finishWith, joinTalk } from './joining.ts'
import { createSlots, type Slots } from './slots.service.ts'

export interface Appointments {
  readonly slots: Slots
  readonly bookings: Bookings
  readonly desk: AppointmentDesk
  /** The taxpayer accepts the invitation. Errors: see joinTalk. */
  join(caller: Caller, id: AppointmentId): Promise<Appointment>
  /** Once a minute. */
  check(): Promise<void>
  readonly queueHook: BookedHook
  /** Inside the transaction that ends a conversation. */
  conversationEnded(trx: Writer, after: AfterCommit, conversation: ConversationRow, now: number): Promise<void>
  /** Whether somebody may read what is attached to an appointment: its taxpayer, and officers of its office. */
  mayRead(caller: Caller, recordId: string): Promise<boolean>
}

export function createAppointments(parts: AppointmentParts): Appointments {
  return {
    slots: createSlots(parts),
    bookings: createBookings(parts),
    desk: createAppointmentDesk(parts),
    join: (caller, id) => joinTalk(parts, caller, id),
    check: createCheck(parts),
    queueHook: createQueueHook(parts),
    conversationEnded: (trx, after, conversation, now) => finishWith(changingWithin(parts, trx, after, now), conversation),
    async mayRead({ personId, role, officeId }, recordId) {
      const row = await findAppointment(parts.database.reader, recordId as AppointmentId)
      if (!row) return false
      return role === 'taxpayer' ? row.taxpayer_id === personId : ['agent', 'supervisor'].includes(role) && row.office_id === officeId
    },
  }
}
