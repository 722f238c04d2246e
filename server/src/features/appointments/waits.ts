// Those who wait for a full half hour. A place that becomes free is held for whoever came first, counted as taken meanwhile; in time it
// passes on to the next, and back to everybody when nobody waits.
import { uuidv7 } from 'uuidv7'
import { bookingLeadMs } from '@zhengna/contract/domain/appointment.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import type { Changing } from './appointment-parts.ts'
import { givePlaceBack, slotOf, takePlace, type SlotKey } from './places.ts'
import { clockInWords, slotInWords } from './slot-words.ts'

const HOLD_MS = 10 * 60_000

const ofSlot = (db: Reader, { officeId, serviceType, startsAt }: SlotKey) =>
  db
    .selectFrom('slot_waits')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('service_type', '=', serviceType)
    .where('starts_at', '=', startsAt)

/** Whoever waits no longer: what was held for them; undefined where they did not wait. */
async function stopWaiting(trx: Writer, slot: SlotKey, taxpayerId: PersonId): Promise<{ offered_until: number | null } | undefined> {
  return trx
    .deleteFrom('slot_waits')
    .where('office_id', '=', slot.officeId)
    .where('service_type', '=', slot.serviceType)
    .where('starts_at', '=', slot.startsAt)
    .where('taxpayer_id', '=', taxpayerId)
    .returning('offered_until')
    .executeTakeFirst()
}

/** A place for a taxpayer: the one that is held for them, or a free one. Errors: SLOT_TAKEN. */
export async function takePlaceOrRefuse({ trx, capacityByDefault }: Changing, slot: SlotKey, taxpayerId: PersonId): Promise<void> {
  const wait = await stopWaiting(trx, slot, taxpayerId)
  const isHeld = wait !== undefined && wait.offered_until !== null
  if (!isHeld && !(await takePlace(trx, slot, capacityByDefault))) throw new DomainError('SLOT_TAKEN')
}

/** A place is free again. */
export async function releasePlace(changing: Changing, slot: SlotKey): Promise<void> {
  await givePlaceBack(changing.trx, slot)
  await offerPlaces(changing, slot)
}

/** Holds what is free for those who wait, first come first. */
export async function offerPlaces(changing: Changing, slot: SlotKey): Promise<void> {
  const { trx, after, now, notices, capacityByDefault } = changing
  const latest = slot.startsAt - bookingLeadMs
  while (latest > now) {
    const next = await ofSlot(trx, slot).where('offered_until', 'is', null).orderBy('id').limit(1).executeTakeFirst()
    if (!next || !(await takePlace(trx, slot, capacityByDefault))) return
    const until = Math.min(now + HOLD_MS, latest)
    const { numUpdatedRows } = await trx
      .updateTable('slot_waits')
      .set({ offered_until: until })
      .where('id', '=', next.id)
      .where('offered_until', 'is', null)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) {
      await givePlaceBack(trx, slot)
      continue
    }
    const text = `您等候的时间段 ${slotInWords(slot.startsAt)} 空出一个名额，为您保留到 ${clockInWords(until)}。请在此之前提交预约，逾期将让给下一位。`
    const words = { kind: 'todo', subject: 'slot-offered', title: '您等候的预约时间段有空位', text, link: null } as const
    await notices.tell(trx, after, [next.taxpayer_id], { ...words, dedupeKey: `slot:${next.id}` }, now)
  }
}

export async function setAwaited(changing: Changing, slot: SlotKey, taxpayerId: PersonId, isAwaited: boolean): Promise<void> {
  if (!isAwaited) {
    const wait = await stopWaiting(changing.trx, slot, taxpayerId)
    if (wait && wait.offered_until !== null) await releasePlace(changing, slot)
    return
  }
  const { officeId: office_id, serviceType: service_type, startsAt: starts_at } = slot
  await changing.trx
    .insertInto('slot_waits')
    .values({
      office_id,
      service_type,
      starts_at,
      taxpayer_id: taxpayerId,
      id: uuidv7(),
      asked_at: changing.now,
      offered_until: null,
    })
    .onConflict((conflict) => conflict.columns(['office_id', 'service_type', 'starts_at', 'taxpayer_id']).doNothing())
    .execute()
  // It may have become free since they saw it full.
  await offerPlaces(changing, slot)
}

/** What a taxpayer waits for of a service, and where a place is held for them. */
export const awaitedBy = (db: Reader, taxpayerId: PersonId, { officeId, serviceType }: Omit<SlotKey, 'startsAt'>) =>
  db
    .selectFrom('slot_waits')
    .select(['starts_at', 'offered_until'])
    .where('office_id', '=', officeId)
    .where('service_type', '=', serviceType)
    .where('taxpayer_id', '=', taxpayerId)
    .execute()

/** Minute by minute: what was held in vain passes on, and what became free otherwise is offered. */
export async function passPlacesOn(db: Reader, changeOne: (work: (changing: Changing) => Promise<void>) => Promise<void>): Promise<void> {
  const waits = await db.selectFrom('slot_waits').selectAll().execute()
  const slots = new Map<string, SlotKey>()
  for (const wait of waits) {
    const slot = slotOf(wait)
    slots.set(`${slot.officeId} ${slot.serviceType} ${slot.startsAt}`, slot)
    await changeOne(async (changing) => {
      const { trx, now } = changing
      const isOver = wait.offered_until === null ? wait.starts_at - bookingLeadMs <= now : wait.offered_until <= now
      if (!isOver) return
      const gone = await trx.deleteFrom('slot_waits').where('id', '=', wait.id).returning('offered_until').executeTakeFirst()
      if (gone && gone.offered_until !== null) await releasePlace(changing, slot)
    })
  }
  for (const slot of slots.values()) await changeOne((changing) => offerPlaces(changing, slot))
}
