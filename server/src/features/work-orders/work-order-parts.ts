// What work orders need of others: ports that the composition root fills.
import type { WorkingTime } from '@zhengna/contract/domain/working-time.ts'
import type { ConversationId, OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { GuardedWriting } from '../guard/index.ts'
import type { AttachmentsPort, SmsPort } from '../leave-messages/index.ts'
import type { Notices } from '../notices/index.ts'

/** When an office works. Asked outside of transactions. */
export type WorkingTimeOf = (officeId: OfficeId) => WorkingTime | Promise<WorkingTime>

export interface WorkOrderParts {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
  readonly writeGuarded: GuardedWriting
  readonly notices: Pick<Notices, 'tell'>
  readonly sms: SmsPort
  readonly attachments: AttachmentsPort
  readonly workingTimeOf: WorkingTimeOf
  /** Whose conversation it is, for an officer who may see it. Errors: CONVERSATION_NOT_FOUND. */
  readonly taxpayerOf: (caller: Caller, id: ConversationId) => Promise<PersonId>
}
