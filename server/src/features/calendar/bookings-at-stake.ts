// What is booked where a change would close: counted before and after it, in its own transaction, so that nobody can book in between.
import { DomainError } from '@zhengna/contract/errors.ts'
import type { OfficeId, SkillGroupId } from '@zhengna/contract/ids.ts'
import { dayOf, slotsOf, type WorkingTime } from '@zhengna/contract/domain/working-time.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import { capacitiesOf, workingTimeOf } from './calendar.store.ts'
import { isLost, outagesBetween } from './outages.store.ts'

export interface Booking {
  readonly office_id: OfficeId
  readonly service_type: SkillGroupId
  readonly starts_at: number
}

/** What is booked or proposed and to begin after a moment: appointments are another feature's. */
export type OpenBookings = (db: Reader, after: number) => Promise<Booking[]>

interface StakeParts {
  readonly openBookings: OpenBookings
  readonly capacityByDefault: number
  readonly now: number
}

/** Errors: CALENDAR_BOOKED (`count`): more lie where it will be closed than were accepted. */
export async function unlessBooked<T>(trx: Writer, parts: StakeParts, accepted: number | undefined, change: () => Promise<T>): Promise<T> {
  const bookings = await parts.openBookings(trx, parts.now)
  const before = await unserved(trx, bookings, parts)
  const changed = await change()
  const count = (await unserved(trx, bookings, parts)) - before
  if (count > (accepted ?? 0)) throw new DomainError('CALENDAR_BOOKED', { count })
  return changed
}

/** How many of them lie outside hours, in an outage, or are more than the half hour takes. */
async function unserved(db: Reader, bookings: readonly Booking[], { capacityByDefault, now }: StakeParts): Promise<number> {
  const outages = await outagesBetween(db, now, Number.MAX_SAFE_INTEGER)
  const working = new Map<OfficeId, WorkingTime>()
  const capacities = new Map<OfficeId, (serviceType: SkillGroupId) => number>()
  const taken = new Map<string, number>()
  let count = 0
  for (const { office_id, service_type, starts_at } of bookings) {
    const hours = working.get(office_id) ?? (await workingTimeOf(db, office_id))
    working.set(office_id, hours)
    const capacityOf = capacities.get(office_id) ?? (await capacitiesOf(db, office_id, capacityByDefault))
    capacities.set(office_id, capacityOf)
    const slot = `${office_id} ${service_type} ${starts_at}`
    const place = (taken.get(slot) ?? 0) + 1
    taken.set(slot, place)
    const isOpen = slotsOf(dayOf(starts_at), hours).includes(starts_at) && !isLost(starts_at, outages)
    if (!isOpen || place > capacityOf(service_type)) count += 1
  }
  return count
}
