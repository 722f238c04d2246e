// 审计日志 as administrators read it, and what keeps it from growing for ever.
import type { AuditEntry, AuditVerdict } from '@zhengna/contract/domain/audit.ts'
import type { SettingValues } from '@zhengna/contract/domain/setting.ts'
import { dayInBeijing, startOfDayInBeijing, type Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { entriesAfter, matchingEntries, pageOfEntries, toAuditEntry, type AuditFilter } from './audit.store.ts'
import { isSound, type AuditRow } from './chain.ts'
import { recordAudit } from './record.ts'

const DAY_MS = 86_400_000
/** Between two batches others have their turn. */
const BATCH = 1_000

export interface Audit {
  /** Newest first. */
  list(filter: AuditFilter & { readonly offset: number; readonly limit: number }): Promise<{ items: AuditEntry[]; total: number }>
  verify(): Promise<AuditVerdict>
  /** Takes away what is older than the setting says, whole days at a time, and writes that down. */
  cut(): Promise<void>
}

export interface AuditParts {
  readonly database: Database
  readonly clock: Clock
  readonly settings: () => Pick<SettingValues, 'audit.retention-days'>
}

export function createAudit({ database, clock, settings }: AuditParts): Audit {
  const { reader } = database

  /** What was cut says so: the first entry that is left follows the last that was taken. */
  const wasCutBefore = async (first: AuditRow): Promise<boolean> =>
    first.seq === 1 ||
    (await reader
      .selectFrom('audit_entries')
      .select('seq')
      .where('kind', '=', 'cut')
      .where('after', '=', lastTaken(first.seq - 1))
      .executeTakeFirst()) !== undefined

  return {
    async list({ offset, limit, ...filter }) {
      const [rows, { total }] = await Promise.all([
        pageOfEntries(reader, filter, { offset, limit }).execute(),
        matchingEntries(reader, filter)
          .select((eb) => eb.fn.countAll<number | string>().as('total'))
          .executeTakeFirstOrThrow(),
      ])
      return { items: rows.map(toAuditEntry), total: Number(total) }
    },

    async verify() {
      let checked = 0
      let last: AuditRow | null = null
      for (;;) {
        const batch: AuditRow[] = await entriesAfter(reader, last?.seq ?? 0, BATCH).execute()
        for (const entry of batch) {
          const follows = last !== null || (await wasCutBefore(entry))
          if (!follows || !isSound(entry, last)) return { checked, lastSeq: entry.seq, brokenAt: entry.seq }
          checked += 1
          last = entry
        }
        if (batch.length < BATCH) return { checked, lastSeq: last?.seq ?? 0, brokenAt: null }
      }
    },

    async cut() {
      const now = clock.now()
      const day = dayInBeijing(now - settings()['audit.retention-days'] * DAY_MS)
      const before = startOfDayInBeijing(day)
      const isDue = await reader.selectFrom('audit_entries').select('seq').where('at', '<', before).limit(1).executeTakeFirst()
      if (!isDue) return
      await database.write(async (trx) => {
        // By number up to the first that stays: a clock that once ran ahead must not tear a hole.
        const stays = await trx
          .selectFrom('audit_entries')
          .select('seq')
          .where('at', '>=', before)
          .orderBy('seq')
          .limit(1)
          .executeTakeFirst()
        const newest = await trx.selectFrom('audit_entries').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
        const last = stays ? stays.seq - 1 : (newest?.seq ?? 0)
        if (last === 0) return
        const { numDeletedRows } = await trx.deleteFrom('audit_entries').where('seq', '<=', last).executeTakeFirstOrThrow()
        if (numDeletedRows === 0n) return
        await recordAudit(trx, {
          at: now,
          kind: 'cut',
          by: null,
          subject: `${day} 之前的 ${numDeletedRows} 条`,
          after: lastTaken(last),
        })
      })
    },
  }
}

const lastTaken = (seq: number): string => `至第 ${seq} 号`
