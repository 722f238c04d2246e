// What binds an entry to the one before it: whoever changes or takes away one has to write every later one anew.
import { createHash } from 'node:crypto'
import type { AuditEntryTable } from '../../platform/database/schema.ts'

export type AuditRow = AuditEntryTable

/** Of all that an entry says and of the hash before it. */
export function entryHash(entry: Omit<AuditRow, 'hash'>): string {
  const { seq, at, kind, person_id, name, account, office_name, subject, before, after, previous } = entry
  const said = JSON.stringify([seq, at, kind, person_id, name, account, office_name, subject, before, after, previous])
  return createHash('sha256').update(said).digest('base64url')
}

/** Whether `entry` is as it was written and follows `last`; without a `last`, whether it is as it was written. */
export const isSound = (entry: AuditRow, last: Pick<AuditRow, 'seq' | 'hash'> | null): boolean =>
  entryHash(entry) === entry.hash && (last === null || (entry.seq === last.seq + 1 && entry.previous === last.hash))
