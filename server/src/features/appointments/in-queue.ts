// What appointments mean to the queue: whoever asks for a person in their own half hour chooses first, and an agent's no-show is made up
// for by a better place.
import { mayDo } from '@zhengna/contract/domain/appointment.ts'
import { priorities } from '@zhengna/contract/domain/queue.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import type { BookedHook } from '../queue/index.ts'
import { changingWithin, type AppointmentParts } from './appointment-parts.ts'
import { appointmentsNow } from './appointments.store.ts'
import { cancelWithin } from './booking.service.ts'
import { slotInWords } from './slot-words.ts'

const MADE_UP_WITHIN_MS = 7 * 24 * 3_600_000

export const createQueueHook = (parts: Pick<AppointmentParts, 'bus' | 'notices' | 'settings'>): BookedHook => ({
  async mayQueue({ trx, after, now }, taxpayerId, how) {
    const rows = await appointmentsNow(trx, taxpayerId, now)
    const [first] = rows
    if (!first) return true
    if (how === undefined) throw new DomainError('APPOINTMENT_IS_NOW', { slot: slotInWords(first.starts_at) })
    if (how === 'keep-waiting') return false
    const changing = changingWithin(parts, trx, after, now)
    // One that the agent invites to already is not to be cancelled any more; it runs its course.
    for (const row of rows) if (mayDo(row, 'cancel', 'taxpayer')) await cancelWithin(changing, row, '选择继续排队')
    return true
  },
  priorityOf: takePriority,
})

/** Used up by whoever asks: once for each no-show, within a week of it. */
async function takePriority(trx: Writer, taxpayerId: PersonId, now: number): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('appointments')
    .set({ made_up_at: now })
    // Once more: of two who ask at once, the second finds it used up.
    .where('made_up_at', 'is', null)
    .where(
      'id',
      'in',
      trx
        .selectFrom('appointments')
        .select('id')
        .where('taxpayer_id', '=', taxpayerId)
        .where('origin', 'in', ['own', 'invited'])
        .where('state', '=', 'agent-missed')
        .where('made_up_at', 'is', null)
        .where('changed_at', '>', now - MADE_UP_WITHIN_MS)
        .orderBy('changed_at')
        .limit(1),
    )
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n ? priorities.booked : priorities.normal
}

/** The half hour of the taxpayer's own that is now, in words; null: none. */
export async function slotNow(db: Reader, taxpayerId: PersonId, now: number): Promise<string | null> {
  const [first] = await appointmentsNow(db, taxpayerId, now)
  return first ? slotInWords(first.starts_at) : null
}
