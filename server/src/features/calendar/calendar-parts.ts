import type { SettingValues } from '@zhengna/contract/domain/setting.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { OpenBookings } from './bookings-at-stake.ts'

export interface CalendarParts {
  readonly database: Database
  readonly clock: Clock
  readonly settings: () => SettingValues
  readonly openBookings: OpenBookings
}
