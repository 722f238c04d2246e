// The taxpayer's side: booking, reading, answering a proposal, cancelling, moving to another half hour.
import { mayDo, slotMs } from '@zhengna/contract/domain/appointment.ts'
import type { Appointment, AppointmentDraft, AppointmentSummary } from '@zhengna/contract/domain/appointment-record.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { AppointmentId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Reader } from '../../platform/database/database.ts'
import { createTurns } from '../../platform/turns.ts'
import { countOfOwn, pageOfOwn, type OwnFilter } from './appointment-list.ts'
import { tellNews } from './appointment-notices.ts'
import { change, changingWithin, type AppointmentParts, type Changing } from './appointment-parts.ts'
import { toAppointment, toSummary } from './appointment-view.ts'
import { leaveQueue } from '../queue/index.ts'
import { findAppointment, type AppointmentRow } from './appointments.store.ts'
import { claimSlot, releaseClaim } from './claims.ts'
import { checkService, checkSlot, readMatter, readPhone, readReason } from './draft-fields.ts'
import { isFullFor } from './full-slots.ts'
import { move, stateWrong } from './moves.ts'
import { placeAppointment } from './placing.ts'
import { slotOf } from './places.ts'
import { bookableAt } from './slots.service.ts'
import { releasePlace, takePlaceOrRefuse } from './waits.ts'

export interface Bookings {
  /** The same id again gives the first result. Errors: APPOINTMENT_INVALID, SLOT_TAKEN, SLOT_YOURS, MESSAGE_BLOCKED, those of attachments. */
  book(caller: Caller, draft: AppointmentDraft): Promise<Appointment>
  list(caller: Caller, filter: OwnFilter, page: number, pageSize: number): Promise<{ items: AppointmentSummary[]; total: number }>
  /** Errors: APPOINTMENT_NOT_FOUND, as of all that follow. */
  get(caller: Caller, id: AppointmentId): Promise<Appointment>
  /** Errors: APPOINTMENT_STATE_WRONG (also: its half hour has begun). */
  accept(caller: Caller, id: AppointmentId): Promise<Appointment>
  decline(caller: Caller, id: AppointmentId, reason: string): Promise<Appointment>
  /** Errors: APPOINTMENT_STATE_WRONG (also: its half hour is over). */
  cancel(caller: Caller, id: AppointmentId): Promise<Appointment>
  /** Errors: APPOINTMENT_STATE_WRONG (also: its half hour has begun), APPOINTMENT_INVALID, SLOT_TAKEN, SLOT_YOURS. */
  reschedule(caller: Caller, id: AppointmentId, startsAt: number): Promise<Appointment>
}

/** Somebody else's does not exist, as far as the caller can tell. */
export async function ownAppointment(db: Reader, caller: Pick<Caller, 'personId'>, id: AppointmentId): Promise<AppointmentRow> {
  const row = await findAppointment(db, id)
  if (row?.taxpayer_id !== caller.personId) throw new DomainError('APPOINTMENT_NOT_FOUND')
  return row
}

/** The taxpayer gives it up. Errors: APPOINTMENT_STATE_WRONG. */
export async function cancelWithin(changing: Changing, row: AppointmentRow, text = ''): Promise<AppointmentRow> {
  // What became of it is the check's to say then.
  if (changing.now >= row.starts_at + slotMs) throw stateWrong(row.state)
  const cancelled = await move(changing, row, { event: 'cancel', by: 'taxpayer', text })
  await tellNews(changing, cancelled, 'cancelled')
  return cancelled
}

export function createBookings(parts: AppointmentParts): Bookings {
  const { database, writing, attachments, settings } = parts
  const turns = createTurns()
  const changeOwn = (
    caller: Caller,
    id: AppointmentId,
    work: (changing: Changing, row: AppointmentRow) => Promise<AppointmentRow>,
  ): Promise<Appointment> =>
    change(parts, async (changing) => {
      const row = await work(changing, await ownAppointment(changing.trx, caller, id))
      return toAppointment(changing.trx, attachments, row)
    })

  const bookNow = (caller: Caller, draft: AppointmentDraft): Promise<Appointment> =>
    writing(async ({ trx, after, now, pass }) => {
      const { id, serviceType, way, startsAt } = draft
      const before = await findAppointment(trx, id)
      if (before) return toAppointment(trx, attachments, await ownAppointment(trx, caller, id))
      const typed = readMatter(draft.matter)
      const phone = way === 'phone' ? readPhone(draft.phone) : null
      // The place first: of a rush, most are refused, and here it costs least. Whatever is refused below gives it back.
      const changing = changingWithin(parts, trx, after, now)
      await claimSlot(trx, { taxpayerId: caller.personId, startsAt, appointmentId: id })
      await takePlaceOrRefuse(changing, { officeId: caller.officeId, serviceType, startsAt }, caller.personId)
      await checkService(trx, serviceType)
      checkSlot(startsAt, await bookableAt(trx, caller.officeId, parts, now))
      // The form has no way to ask again: a word that only warns passes.
      const matter = pass({ by: caller, field: 'matter', text: typed, isConfirmed: true })
      const whose = { taxpayerId: caller.personId, officeId: caller.officeId, agentId: null }
      const row = await placeAppointment(changing, { id, origin: 'own', ...whose, serviceType, way, startsAt, matter, phone })
      await attachments.attachTo(trx, caller.personId, draft.attachmentIds, { kind: 'appointment', recordId: id })
      await tellNews(changing, row, 'booked')
      // Only now: until the half hour is theirs, they keep their place.
      if (draft.leavesQueue) await leaveQueue(changing, caller.personId)
      return toAppointment(trx, attachments, row)
    })

  return {
    book: (caller, draft) => {
      const slot = { officeId: caller.officeId, serviceType: draft.serviceType, startsAt: draft.startsAt }
      const wanting = { taxpayerId: caller.personId, appointmentId: draft.id }
      // One after the other, so that whoever is refused has only to look.
      return turns.take(`${slot.officeId} ${slot.serviceType} ${slot.startsAt}`, async () => {
        if (await isFullFor(database.reader, slot, wanting, settings()['appointments.slot-capacity'])) throw new DomainError('SLOT_TAKEN')
        return bookNow(caller, draft)
      })
    },

    async list({ personId }, filter, page, pageSize) {
      const [items, { total }] = await Promise.all([
        pageOfOwn(database.reader, personId, filter, page, pageSize).execute(),
        countOfOwn(database.reader, personId, filter).executeTakeFirstOrThrow(),
      ])
      return { items: items.map(toSummary), total: Number(total) }
    },

    get: async (caller, id) => toAppointment(database.reader, attachments, await ownAppointment(database.reader, caller, id)),

    accept: (caller, id) =>
      changeOwn(caller, id, async (changing, row) => {
        if (row.starts_at <= changing.now) throw stateWrong(row.state === 'proposed' ? 'lapsed' : row.state)
        const accepted = await move(changing, row, { event: 'accept', by: 'taxpayer', set: { settled_at: changing.now } })
        await tellNews(changing, accepted, 'booked')
        return accepted
      }),

    decline: (caller, id, reason) =>
      writing(async ({ trx, after, now, pass }) => {
        const row = await ownAppointment(trx, caller, id)
        const text = pass({ by: caller, field: 'reason', text: readReason(reason), isConfirmed: true })
        const declined = await move(changingWithin(parts, trx, after, now), row, { event: 'decline', by: 'taxpayer', text })
        return toAppointment(trx, attachments, declined)
      }),

    cancel: (caller, id) => changeOwn(caller, id, cancelWithin),

    reschedule: (caller, id, startsAt) =>
      changeOwn(caller, id, async (changing, row) => {
        const { trx, now } = changing
        if (!mayDo(row, 'reschedule', 'taxpayer') || row.starts_at <= now) throw stateWrong(row.state)
        if (startsAt === row.starts_at) return row
        checkSlot(startsAt, await bookableAt(trx, row.office_id, parts, now))
        // The new place first: where there is none, the old one was never given back.
        await claimSlot(trx, { taxpayerId: row.taxpayer_id, startsAt, appointmentId: id })
        await takePlaceOrRefuse(changing, { ...slotOf(row), startsAt }, caller.personId)
        const set = { starts_at: startsAt, settled_at: now, reminded_minutes: null }
        const moved = await move(changing, row, { event: 'reschedule', by: 'taxpayer', set })
        await releaseClaim(trx, id, row.starts_at)
        await releasePlace(changing, slotOf(row))
        await tellNews(changing, moved, 'changed')
        return moved
      }),
  }
}
