// What leave-messages need of others: ports that the composition root fills.
import type { Attachment } from '@zhengna/contract/domain/attachment.ts'
import type { LeaveMessageStep, OrderInView } from '@zhengna/contract/domain/leave-message-record.ts'
import type { AttachmentId, LeaveMessageId, OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Database, Reader, Writer } from '../../platform/database/database.ts'
import type { GuardedWriting, Writing } from '../guard/index.ts'
import type { Notices } from '../notices/index.ts'
import type { Sms } from '../sms/index.ts'

/** `recordId`: the record’s itself, or that of a step: one thing that was said about it. */
export interface AttachedTo {
  readonly kind: 'leave-message' | 'work-order'
  readonly recordId: string
}

export interface AttachmentsPort {
  /** Errors: ATTACHMENT_NOT_FOUND (none of `ownerId`’s, or attached elsewhere), ATTACHMENT_NOT_UPLOADED. */
  attachTo(trx: Writer, ownerId: PersonId, ids: readonly AttachmentId[], to: AttachedTo): Promise<void>
  /** Records without any need not be in it. */
  of(db: Reader, kind: AttachedTo['kind'], recordIds: readonly string[]): Promise<ReadonlyMap<string, readonly Attachment[]>>
}

/** Texts to telephones. */
export type SmsPort = Pick<Sms, 'send'>

/** Something said in answer to something. */
export interface Told {
  readonly text: string
  readonly attachmentIds: readonly AttachmentId[]
  readonly confirmed?: boolean
}

/** The work orders made of leave-messages. */
export interface OrdersPort {
  /** The last one of each, with what was done with all of them; `forDesk`: and what officers tell each other. */
  of(
    db: Reader,
    ids: readonly LeaveMessageId[],
    forDesk: boolean,
  ): Promise<ReadonlyMap<LeaveMessageId, { readonly order: OrderInView; readonly steps: readonly LeaveMessageStep[] }>>
  /** Whether any of them lies at the office: its officers read the leave-message with it. */
  lieAt(db: Reader, id: LeaveMessageId, officeId: OfficeId): Promise<boolean>
  /** What its taxpayer was asked for; false where its open order asked for nothing. */
  supplement(writing: Writing, caller: Caller, id: LeaveMessageId, told: Told): Promise<boolean>
}

export interface LeaveMessageParts {
  readonly database: Database
  readonly bus: Bus
  readonly writeGuarded: GuardedWriting
  readonly notices: Pick<Notices, 'tell'>
  readonly sms: SmsPort
  readonly attachments: AttachmentsPort
  readonly orders: OrdersPort
  /** As set now. */
  readonly contentMinLength: () => number
}
