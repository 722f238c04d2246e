// An office's hours and capacities as administrators see them.
import type { OfficeCalendar } from '@zhengna/contract/domain/calendar.ts'
import type { SettingValues } from '@zhengna/contract/domain/setting.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { OfficeId } from '@zhengna/contract/ids.ts'
import type { Reader } from '../../platform/database/database.ts'
import { defaultWeek, weekOf } from './calendar.store.ts'

/** Errors: NOT_FOUND. */
export async function officeCalendar(db: Reader, officeId: OfficeId, settings: SettingValues): Promise<OfficeCalendar> {
  const office = await db.selectFrom('offices').selectAll().where('id', '=', officeId).executeTakeFirst()
  if (!office) throw new DomainError('NOT_FOUND')
  const week = await weekOf(db, officeId)
  const services = await db.selectFrom('skill_groups').selectAll().orderBy('id').execute()
  const set = await db.selectFrom('slot_capacities').selectAll().where('office_id', '=', officeId).execute()
  return {
    officeId,
    officeName: office.name,
    week: week ?? defaultWeek,
    hasDefaultWeek: week === null,
    capacities: services.map(({ id, name }) => {
      const own = set.find(({ service_type }) => service_type === id)
      const capacity = own?.capacity ?? settings['appointments.slot-capacity']
      return { serviceType: id, serviceName: name, capacity, isDefault: own === undefined }
    }),
  }
}

export async function officeCalendars(db: Reader, settings: SettingValues): Promise<OfficeCalendar[]> {
  const offices = await db.selectFrom('offices').select('id').orderBy('id').execute()
  const calendars: OfficeCalendar[] = []
  for (const { id } of offices) calendars.push(await officeCalendar(db, id, settings))
  return calendars
}
