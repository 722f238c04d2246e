// What the queue's services are made of.
import type { SettingValues } from '@zhengna/contract/domain/setting.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'

export interface QueueParts {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
  readonly settings: () => SettingValues
  /** By a line to this process. */
  readonly isConnected: (personId: PersonId) => boolean
}
