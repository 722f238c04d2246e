// What confirmation sheets need of others: ports that the composition root fills.
import type { SheetTemplate } from '@zhengna/contract/domain/confirmation-sheet-record.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Attachments } from '../attachments/index.ts'
import type { GuardedWriting } from '../guard/index.ts'
import type { Notices } from '../notices/index.ts'

export interface SheetParts {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
  readonly writeGuarded: GuardedWriting
  readonly notices: Pick<Notices, 'tell'>
  readonly attachments: Pick<Attachments, 'attachTo' | 'of'>
  /** The program's own templates. */
  readonly seeded: readonly SheetTemplate[]
}
