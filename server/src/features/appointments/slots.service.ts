// What can be booked: services, half hours, how many places are left; and the wish to be told when one becomes free.
import type { AppointmentForm, SlotDay } from '@zhengna/contract/domain/appointment-record.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { OfficeId, SkillGroupId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Reader } from '../../platform/database/database.ts'
import { capacitiesOf, workingTimeOf } from '../calendar/index.ts'
import { GENERAL_GROUP } from '../conversations/index.ts'
import { findPerson, toPerson } from '../people/index.ts'
import { change, type AppointmentParts } from './appointment-parts.ts'
import { bookableDays, type Bookable } from './bookable-slots.ts'
import { checkService, checkSlot } from './draft-fields.ts'
import { takenBetween } from './places.ts'
import { awaitedBy, setAwaited } from './waits.ts'

export interface Slots {
  form(caller: Caller): Promise<AppointmentForm>
  /** Errors: APPOINTMENT_INVALID (`serviceType`). */
  list(caller: Caller, serviceType: SkillGroupId): Promise<SlotDay[]>
  /** Errors: APPOINTMENT_INVALID. */
  await(caller: Caller, wish: { serviceType: SkillGroupId; startsAt: number; isAwaited: boolean }): Promise<{ isAwaited: boolean }>
}

export const bookableAt = async (
  db: Reader,
  officeId: OfficeId,
  { settings }: Pick<AppointmentParts, 'settings'>,
  now: number,
): Promise<Bookable> => ({
  working: await workingTimeOf(db, officeId),
  daysAhead: settings()['appointments.days-ahead'],
  now,
})

export function createSlots(parts: AppointmentParts): Slots {
  const { database, clock, settings } = parts
  return {
    async form({ personId }) {
      const person = await findPerson(database.reader, personId)
      if (!person) throw new DomainError('AUTH_REQUIRED')
      const services = await database.reader.selectFrom('skill_groups').selectAll().orderBy('id').execute()
      const isDefault = ({ id }: { id: SkillGroupId }): boolean => id === GENERAL_GROUP
      return {
        services: [...services.filter(isDefault), ...services.filter((service) => !isDefault(service))],
        officeName: person.office_name,
        phone: toPerson(person).taxpayer?.phone ?? null,
      }
    },

    async list({ personId, officeId }, serviceType) {
      const db = database.reader
      await checkService(db, serviceType)
      const days = bookableDays(await bookableAt(db, officeId, parts, clock.now()))
      const starts = days.flatMap((day) => day.starts)
      const taken = new Map(
        (await takenBetween(db, officeId, starts[0] ?? 0, (starts.at(-1) ?? 0) + 1))
          .filter((slot) => slot.service_type === serviceType)
          .map((slot) => [slot.starts_at, slot.taken]),
      )
      const capacity = (await capacitiesOf(db, officeId, settings()['appointments.slot-capacity']))(serviceType)
      const awaited = new Map(
        (await awaitedBy(db, personId, { officeId, serviceType })).map((wait) => [wait.starts_at, wait.offered_until]),
      )
      return days.map(({ day, starts }) => ({
        day,
        slots: starts.map((startsAt) => {
          // What is held for the asker is a place that they have.
          const held = (awaited.get(startsAt) ?? null) !== null ? 1 : 0
          return { startsAt, left: Math.max(0, capacity - (taken.get(startsAt) ?? 0)) + held, isAwaited: awaited.has(startsAt) }
        }),
      }))
    },

    await: ({ personId, officeId }, { serviceType, startsAt, isAwaited }) =>
      change(parts, async (changing) => {
        const { trx, now } = changing
        await checkService(trx, serviceType)
        if (isAwaited) checkSlot(startsAt, await bookableAt(trx, officeId, parts, now))
        await setAwaited(changing, { officeId, serviceType, startsAt }, personId, isAwaited)
        return { isAwaited }
      }),
  }
}
