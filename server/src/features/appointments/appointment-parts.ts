// What the feature is made of, and what it asks of others.
import type { Attachment } from '@zhengna/contract/domain/attachment.ts'
import type { SettingValues } from '@zhengna/contract/domain/setting.ts'
import type { AttachmentId, PersonId } from '@zhengna/contract/ids.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Clock } from '../../platform/clock.ts'
import type { AfterCommit, Database, Reader, Writer } from '../../platform/database/database.ts'
import type { GuardedWriting } from '../guard/index.ts'
import type { Notices } from '../notices/index.ts'

/** The files of a record, kept by whoever keeps files. */
export interface AttachmentPort {
  /** Errors: ATTACHMENT_NOT_FOUND, ATTACHMENT_NOT_UPLOADED. */
  attachTo(
    trx: Writer,
    ownerId: PersonId,
    ids: readonly AttachmentId[],
    record: { readonly kind: 'appointment'; readonly recordId: string },
  ): Promise<void>
  /** A record without any is not in it. */
  of(db: Reader, kind: 'appointment', recordIds: readonly string[]): Promise<Map<string, Attachment[]>>
}

export interface AppointmentParts {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
  readonly notices: Pick<Notices, 'tell'>
  readonly writing: GuardedWriting
  readonly attachments: AttachmentPort
  readonly settings: () => SettingValues
}

/** A transaction in which appointments change, and what it needs. */
export interface Changing {
  readonly trx: Writer
  readonly after: AfterCommit
  readonly now: number
  readonly bus: Bus
  readonly notices: Pick<Notices, 'tell'>
  /** Of half hours that nobody gave a capacity. */
  readonly capacityByDefault: number
}

type ChangingParts = Pick<AppointmentParts, 'database' | 'bus' | 'clock' | 'notices' | 'settings'>

/** Within somebody's transaction. */
export const changingWithin = (
  { bus, notices, settings }: Omit<ChangingParts, 'database' | 'clock'>,
  trx: Writer,
  after: AfterCommit,
  now: number,
): Changing => ({ trx, after, now, bus, notices, capacityByDefault: settings()['appointments.slot-capacity'] })

/** In a transaction of its own. */
export const change = <T>(parts: ChangingParts, work: (changing: Changing) => Promise<T>): Promise<T> =>
  parts.database.write((trx, after) => work(changingWithin(parts, trx, after, parts.clock.now())))
