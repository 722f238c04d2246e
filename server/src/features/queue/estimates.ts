// Which estimates an office's queue shows, and how good they have been: none where they have been poor.
import type { SettingValues } from '@zhengna/contract/domain/setting.ts'
import type { QueuePlace } from '@zhengna/contract/domain/queue.ts'
import type { Reader } from '../../platform/database/database.ts'
import { dayInBeijing, startOfDayInBeijing } from '../../platform/clock.ts'
import type { Forecast } from './estimate.ts'
import { forecastFor, newestRecordOf, recordOf, type GroupOf, type Record } from './estimates.store.ts'

const DAY_MS = 24 * 3_600_000
/** Fewer say nothing of how good they are. */
const RECORD_MIN = 10
/** The newest that decide whether estimates are shown. */
const TRUST_OF = 30

/** What is known of a group's waits now. */
export interface GroupEstimates {
  readonly queued: Forecast | null
  readonly free: Forecast | null
  readonly trackRecord: NonNullable<QueuePlace['estimate']>['trackRecord']
}

/** null: they have been poor lately, and none is shown. */
export async function groupEstimates(db: Reader, group: GroupOf, now: number, settings: SettingValues): Promise<GroupEstimates | null> {
  if (!(await isTrusted(db, group, now, settings))) return null
  const today = startOfDayInBeijing(dayInBeijing(now))
  const [queued, free, yesterday] = await Promise.all([
    forecastFor(db, { ...group, isFree: false }, now),
    forecastFor(db, { ...group, isFree: true }, now),
    recordOf(db, group, today - DAY_MS, today),
  ])
  const trackRecord = yesterday.of < RECORD_MIN ? null : { percent: percent(yesterday), of: yesterday.of }
  return { queued, free, trackRecord }
}

/** Of the last day or so: where fewer than the set share came true, the next ones are not shown until they do again. */
async function isTrusted(db: Reader, group: GroupOf, now: number, settings: SettingValues): Promise<boolean> {
  const record = await newestRecordOf(db, group, now - DAY_MS, now + 1, TRUST_OF)
  return record.of < RECORD_MIN || percent(record) >= settings['queue.estimate-percent']
}

const percent = ({ within, of }: Record): number => Math.round((within / of) * 100)
