// In a rush most are refused. They are told from one read, without a transaction: what others did before them is committed by then.
import type { AppointmentId, PersonId } from '@zhengna/contract/ids.ts'
import type { Reader } from '../../platform/database/database.ts'
import { capacityWithin } from '../calendar/index.ts'
import type { SlotKey } from './places.ts'

export interface Wanting {
  readonly taxpayerId: PersonId
  readonly appointmentId: AppointmentId
}

/**
 * Whether all places are taken, and nothing else is to be said: not to somebody for whom one is held, who has this half hour already,
 * or whose appointment this is, asked for once more.
 */
export async function isFullFor(db: Reader, slot: SlotKey, { taxpayerId, appointmentId }: Wanting, byDefault: number): Promise<boolean> {
  const { officeId, serviceType, startsAt } = slot
  const full = await db
    .selectFrom('slots')
    .select('taken')
    .where('office_id', '=', officeId)
    .where('service_type', '=', serviceType)
    .where('starts_at', '=', startsAt)
    .where('taken', '>=', capacityWithin(officeId, serviceType, byDefault))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('slot_waits')
            .select('id')
            .where('office_id', '=', officeId)
            .where('service_type', '=', serviceType)
            .where('starts_at', '=', startsAt)
            .where('taxpayer_id', '=', taxpayerId)
            .where('offered_until', 'is not', null),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('slot_claims').select('starts_at').where('taxpayer_id', '=', taxpayerId).where('starts_at', '=', startsAt))),
    )
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('appointments').select('id').where('id', '=', appointmentId))))
    .executeTakeFirst()
  return full !== undefined
}
