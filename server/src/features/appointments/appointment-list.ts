// 我的预约 with its filters, and the office's calendar.
import { expressionBuilder, type Expression, type SqlBool } from 'kysely'
import type { AppointmentOrigin, AppointmentState, AppointmentWay, InteractionState } from '@zhengna/contract/domain/appointment.ts'
import { momentOf } from '@zhengna/contract/domain/working-time.ts'
import type { OfficeId, PersonId, SkillGroupId } from '@zhengna/contract/ids.ts'
import { containing } from '../../platform/database/containing.ts'
import type { Reader } from '../../platform/database/database.ts'
import type { Schema } from '../../platform/database/schema.ts'
import { selectAppointments } from './appointments.store.ts'

const DAY_MS = 24 * 3_600_000

export interface OwnFilter {
  readonly origin: AppointmentOrigin
  /** Whole and exact. */
  readonly number?: string
  /** Days of 预约时间, both among them. */
  readonly from?: string
  readonly to?: string
  readonly serviceType?: SkillGroupId
  readonly way?: AppointmentWay
  /** In part. */
  readonly matter?: string
  readonly state?: AppointmentState
  readonly interaction?: InteractionState
}

/** Of one taxpayer. */
function matching(taxpayerId: PersonId, filter: OwnFilter): Expression<SqlBool> {
  const { origin, number, from, to, serviceType, way, matter, state, interaction } = filter
  const eb = expressionBuilder<Schema, 'appointments'>()
  const conditions: Expression<SqlBool>[] = [eb('appointments.taxpayer_id', '=', taxpayerId), eb('appointments.origin', '=', origin)]
  if (number !== undefined) conditions.push(eb('appointments.number', '=', number))
  if (from !== undefined) conditions.push(eb('appointments.starts_at', '>=', momentOf(from, '00:00')))
  if (to !== undefined) conditions.push(eb('appointments.starts_at', '<', momentOf(to, '00:00') + DAY_MS))
  if (serviceType !== undefined) conditions.push(eb('appointments.service_type', '=', serviceType))
  if (way !== undefined) conditions.push(eb('appointments.way', '=', way))
  if (matter !== undefined) conditions.push(containing('appointments.matter', matter))
  if (state !== undefined) conditions.push(eb('appointments.state', '=', state))
  if (interaction !== undefined) conditions.push(eb('appointments.interaction', '=', interaction))
  return eb.and(conditions)
}

/** The latest 预约时间 first. Pages begin at 1. */
export const pageOfOwn = (db: Reader, taxpayerId: PersonId, filter: OwnFilter, page: number, pageSize: number) =>
  selectAppointments(db)
    .where(matching(taxpayerId, filter))
    .orderBy('appointments.starts_at', 'desc')
    .orderBy('appointments.id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)

/** Every appointment has its office and its service: they need not be joined to be counted. */
export const countOfOwn = (db: Reader, taxpayerId: PersonId, filter: OwnFilter) =>
  db
    .selectFrom('appointments')
    .where(matching(taxpayerId, filter))
    .select((eb) => eb.fn.countAll<number | string>().as('total'))

/** An office's, from one moment to before another, by time. */
export function ofOffice(
  db: Reader,
  officeId: OfficeId,
  { from, to, serviceType, state }: { from: number; to: number; serviceType?: SkillGroupId; state?: AppointmentState },
) {
  let rows = selectAppointments(db)
    .where('appointments.office_id', '=', officeId)
    .where('appointments.starts_at', '>=', from)
    .where('appointments.starts_at', '<', to)
  if (serviceType !== undefined) rows = rows.where('appointments.service_type', '=', serviceType)
  if (state !== undefined) rows = rows.where('appointments.state', '=', state)
  return rows.orderBy('appointments.starts_at').orderBy('appointments.id')
}
